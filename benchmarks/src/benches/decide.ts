import { loadOnnxEncoder } from '@sr/encoder-onnx';
import type { Head, Route } from '@sr/core';
import { autoHead, createRouter, evaluate, type LabelledCase } from '@sr/engine';
import { minilmL6V2 } from '@sr/model-minilm-l6-v2';
import { mean } from '../measure/mean.ts';
import { createRandom } from '../measure/random.ts';
import { describeVersions } from '../report/describe-versions.ts';
import type { Bench, Row } from '../report/report.ts';
import type { DatasetName, TrainingSplit } from '../workloads/dataset.ts';
import { drawUtterances } from '../workloads/draw-utterances.ts';
import { encodeOnce } from '../workloads/encode-once.ts';
import { misspell } from '../workloads/misspell.ts';
import { nameInWords } from '../workloads/name-in-words.ts';
import { createRecallEncoder } from '../workloads/recall-encoder.ts';
import { decideBars } from './decide/decide-bars.ts';
import { decideProtocol } from './decide/decide-protocol.ts';
import { evaluationRow, splitRow, vectorRow } from './decide/decide-rows.ts';
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
  const judge = async (routes: readonly Route[], cases: readonly LabelledCase[], head: Head = autoHead()) =>
    evaluate(await createRouter({ encoder, routes, head }), cases);

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
  const clincRoutes = clinc.splits.get('train_10')!.routes;
  const farOutOfScope = await judge(clincRoutes, clinc.cases, autoHead({ expectedOutOfScope: 0.15 }));
  const misspelt = await judge(banking.splits.get('train_10')!.routes, misspeltCases);
  const pool = clinc.splits.get(sizes.splits.at(-1)!)!.routes;
  const singles = [];
  for (let draw = 0; draw < sizes.singleDraws; draw++) {
    singles.push(await judge(drawUtterances(pool, 1, random), clinc.cases));
  }
  const singleTop1 = mean(singles.map(({ top1 }) => top1!));
  const namesOnly = await judge(
    pool.map(({ name }) => ({ name, utterances: [nameInWords(name)] })),
    clinc.cases,
  );
  table.push(
    evaluationRow('clinc150 train_10, π = 0.15', farOutOfScope),
    evaluationRow('banking77 train_10, one typo a query', misspelt),
    { part: 'clinc150, one utterance a route', top1: singleTop1 },
    evaluationRow('clinc150, names only', namesOnly),
  );

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
    bars: quick
      ? []
      : decideBars({ split, farOutOfScope, misspelt, singleTop1, namesOnly, monotonicity, vectorTimes }),
  };
};
