import { loadOnnxEncoder } from '@sr/encoder-onnx';
import { minilmL6V2 } from '@sr/model-minilm-l6-v2';
import { createRandom } from '../measure/random.ts';
import { describeVersions } from '../report/describe-versions.ts';
import type { Bench, Row } from '../report/report.ts';
import type { DatasetName, TrainingSplit } from '../workloads/dataset.ts';
import { encodeOnce } from '../workloads/encode-once.ts';
import { misspell } from '../workloads/misspell.ts';
import { createRecallEncoder } from '../workloads/recall-encoder.ts';
import { decideBars } from './decide/decide-bars.ts';
import { decideProtocol } from './decide/decide-protocol.ts';
import { conditionRows, splitRow, vectorRow } from './decide/decide-rows.ts';
import { judgeConditions } from './decide/judge-conditions.ts';
import { judgeSplit, type JudgedSplit } from './decide/judge-split.ts';
import { measureMonotonicity } from './decide/measure-monotonicity.ts';
import { fullSizes, quickSizes } from './decide/sizes.ts';
import { timeVectorDecisions, type VectorTimes } from './decide/time-vector-decisions.ts';
import { readWorkload, textsOf } from './decide/workload.ts';

const seed = 20_260_106;

/** What the default head decides with no option set, and what fitting and deciding cost. */
export const decide: Bench = async ({ quick, say }) => {
  const sizes = quick ? quickSizes : fullSizes;
  const clinc = await readWorkload('clinc150', sizes, seed);
  const banking = await readWorkload('banking77', sizes, seed);
  const random = createRandom(seed);
  const misspeltCases = banking.cases.map(({ text, route }) => ({ text: misspell(text, random), route }));

  await using onnxEncoder = await loadOnnxEncoder({ model: minilmL6V2 });
  const texts = [...textsOf(clinc), ...textsOf(banking), ...misspeltCases.map(({ text }) => text)];
  const rows = await encodeOnce(onnxEncoder, texts, say);
  const encoder = createRecallEncoder({ ...onnxEncoder, rows });

  const table: Row[] = [];
  const judged = new Map<string, JudgedSplit>();
  for (const workload of [clinc, banking]) {
    for (const split of sizes.splits) {
      const part = `${workload.dataset} ${split}`;
      say(part);
      const result = await judgeSplit(encoder, rows, workload, split);
      judged.set(part, result);
      table.push(splitRow(part, result));
    }
  }

  say('other shares of out-of-scope, typos, few utterances');
  const pool = clinc.splits.get(sizes.splits.at(-1)!)!.routes;
  const conditions = await judgeConditions({
    encoder,
    clinc: { routes: clinc.splits.get('train_10')!.routes, cases: clinc.cases },
    banking: { routes: banking.splits.get('train_10')!.routes, cases: misspeltCases },
    pool,
    singleDraws: sizes.singleDraws,
    random,
  });
  table.push(...conditionRows(conditions));

  say('monotonicity');
  const monotonicity = await measureMonotonicity({
    encoder,
    pool,
    seed,
    cases: clinc.cases,
    sizes: sizes.monotonicity,
  });
  table.push({ part: 'clinc150, a ninth utterance', ...monotonicity });

  const vectorTimes: VectorTimes[] = [];
  for (const vectors of sizes.vectors) {
    const part = `given vector, ${vectors.routes} × ${vectors.utterances}`;
    say(part);
    const times = await timeVectorDecisions(vectors, seed);
    vectorTimes.push(times);
    table.push(vectorRow(part, times));
  }

  const split = (dataset: DatasetName, training: TrainingSplit) => judged.get(`${dataset} ${training}`)!;
  return {
    protocol: decideProtocol([clinc, banking], sizes, seed),
    versions: describeVersions(['@sr/engine', '@sr/encoder-onnx', 'onnxruntime-node']),
    rows: table,
    bars: quick ? [] : decideBars({ split, conditions, monotonicity, vectorTimes }),
  };
};
