import { loadOnnxEncoder } from '@sr/encoder-onnx';
import { minilmL6V2 } from '@sr/model-minilm-l6-v2';
import { createRandom, shuffle } from '../measure/random.ts';
import { buildPackages } from '../process/build-packages.ts';
import { aurelio, naive } from '../process/contenders.ts';
import { atLeast, within } from '../report/bar.ts';
import type { Bench, Row } from '../report/report.ts';
import { makeNaiveModel } from '../subjects/make-naive-model.ts';
import { readDataset, type Dataset, type DatasetName } from '../workloads/dataset.ts';
import { readReferenceRows } from '../workloads/reference-rows.ts';
import { compareRows } from './accuracy/compare-rows.ts';
import { judgeContender } from './accuracy/judge-contender.ts';
import { judgeHeads } from './accuracy/judge-heads.ts';
import { rememberRows } from './accuracy/remember-rows.ts';
import { describeContenders } from './describe-contenders.ts';

const threshold = 0.5;
const seed = 20_260_103;
const quickCases = 300;

const datasets: readonly DatasetName[] = ['clinc150', 'banking77'];

/** Ten utterances a route, the whole test split. */
export const accuracy: Bench = async ({ quick, say }) => {
  await buildPackages();
  await makeNaiveModel(say);
  await using onnxEncoder = await loadOnnxEncoder({ model: minilmL6V2 });
  const encoder = rememberRows(onnxEncoder);
  const contenders = [naive.defaultThreads, ...(aurelio ? [aurelio] : [])];

  const rows: Row[] = [];
  for (const name of datasets) {
    const whole = await readDataset(name);
    const references = await readReferenceRows(name);
    const positions = quick ? drawPositions(whole) : whole.cases.map((_, i) => i);
    const dataset = { ...whole, cases: positions.map((i) => whole.cases[i]!) };

    say(`${name}: comparing rows with the unquantised model`);
    const agreement = await compareRows(
      encoder,
      dataset.cases.map(({ text }) => text),
      positions.map((i) => references[i]!),
    );
    say(`${name}: heads`);
    for (const figures of await judgeHeads(encoder, dataset, threshold)) {
      rows.push({ dataset: name, contender: '@sr', ...figures, ...agreement });
    }
    for (const contender of contenders) {
      say(`${name}: ${contender.label}`);
      const figures = await judgeContender(contender, dataset, threshold);
      rows.push({ dataset: name, contender: contender.label, head: 'max', ...figures });
    }
  }

  const figure = (dataset: DatasetName, column: string) =>
    rows.find((row) => row.dataset === dataset && row.head === 'max')?.[column] as number;
  return {
    protocol: [
      'Routes: the fixed 10-shot draw of each data set; cases: its whole test split; nothing is tuned on either.',
      `top1: share of in-scope cases decided rightly without a threshold (threshold −1). overall: share of all ` +
        `cases decided rightly at threshold ${threshold}, out-of-scope cases by no route.`,
      '@sr is measured through `evaluate` of @sr/engine; contenders decide the same texts in processes of their own.',
      'Cosines: rows of the int8 model, each text encoded alone, against float16-rounded rows of the unquantised weights.',
      ...(quick ? [`Quick: ${quickCases} cases of each, drawn with seed ${seed}.`] : []),
    ],
    versions: describeContenders(),
    rows,
    bars: [
      ...within('CLINC150 10-shot, max head, top-1', 0.812, 0.006, figure('clinc150', 'top1')),
      ...within('CLINC150 10-shot, max head, overall at 0.5', 0.772, 0.007, figure('clinc150', 'overall')),
      ...within('BANKING77 10-shot, max head, top-1', 0.835, 0.007, figure('banking77', 'top1')),
      atLeast(
        'mean cosine between int8 and fp32 rows over the CLINC150 test texts',
        0.997,
        figure('clinc150', 'meanCosine'),
      ),
    ],
  };
};

function drawPositions({ cases }: Dataset): number[] {
  const positions = cases.map((_, i) => i);
  return shuffle(positions, createRandom(seed)).slice(0, quickCases);
}
