import { join } from 'node:path';
import { interleave } from '../measure/interleave.ts';
import { medianRatio } from '../measure/median-ratio.ts';
import { median } from '../measure/percentile.ts';
import { createRandom } from '../measure/random.ts';
import { paths } from '../paths.ts';
import { buildPackages } from '../process/build-packages.ts';
import { atMost } from '../report/bar.ts';
import { describeVersions } from '../report/describe-versions.ts';
import type { Bench, Row } from '../report/report.ts';
import { makeNaiveModel } from '../subjects/make-naive-model.ts';
import { readDataset } from '../workloads/dataset.ts';
import { coldFiles, writeColdFiles } from './cold/cold-files.ts';
import { timeStart, type ColdStart } from './cold/time-start.ts';

interface ColdContender {
  readonly label: string;
  readonly program: readonly string[];
  readonly starts: ColdStart[];
}

const seed = 20_260_102;
const threshold = 0.5;
const bytesPerMiB = 2 ** 20;

/** From the start of a process to its first decision. */
export const cold: Bench = async ({ quick, say }) => {
  await buildPackages();
  await makeNaiveModel(say);
  const { routes, cases } = await readDataset('clinc150');
  const { text } = cases[0]!;
  say('making the snapshot');
  await writeColdFiles(routes, threshold);

  const { snapshot, routes: routesFile, naiveRows } = coldFiles;
  const contenders = {
    worker: contender('@sr from a snapshot, worker (default)', 'semantic-router.js', [
      'worker',
      snapshot,
      text,
    ]),
    inline: contender('@sr from a snapshot, inline', 'semantic-router.js', ['inline', snapshot, text]),
    naiveWithRows: contender('naive, embeddings from a file', 'naive.js', [routesFile, text, naiveRows]),
    naive: contender('naive, embeds at each start', 'naive.js', [routesFile, text]),
  };
  const all = Object.values(contenders);
  // Once unmeasured: the naive router writes its embeddings, and every file is in the page cache afterwards.
  for (const { label, program } of all) {
    say(`first start of ${label}`);
    await timeStart(program);
  }
  const rounds = quick ? 2 : 9;
  say(`${rounds} rounds`);
  await interleave(all, rounds, createRandom(seed), async ({ program, starts }) => {
    starts.push(await timeStart(program));
  });

  const { worker, naiveWithRows } = contenders;
  return {
    protocol: [
      'CLINC150, 150 routes of 10 utterances; each start is a new process that loads everything and decides one text.',
      `${rounds} starts each, interleaved, order drawn with seed ${seed}; one start before them unmeasured, so files come from the page cache.`,
      'Time is taken by the starting process, from before the start to the arrival of the decision; Node itself is included.',
      'The bars compare with the naive router that keeps its embeddings in a file, as ours does; medians of the ratios of each round.',
    ],
    versions: describeVersions([
      '@sr/engine',
      '@sr/encoder-onnx',
      'onnxruntime-node',
      '@huggingface/transformers',
    ]),
    rows: all.map((one) => coldRow(one, worker)),
    bars: [
      atMost(
        'time to first decision, @sr through the worker / naive with embeddings from a file',
        0.6,
        medianRatio(worker.starts, naiveWithRows.starts, firstDecisionMs),
      ),
      atMost(
        'peak memory at first decision, @sr through the worker / naive with embeddings from a file',
        1,
        medianRatio(worker.starts, naiveWithRows.starts, peakBytes),
      ),
    ],
  };
};

function contender(label: string, program: string, parameters: readonly string[]): ColdContender {
  return { label, program: [join(paths.built, 'cold', program), ...parameters], starts: [] };
}

/** @param reference whose time is 1 in the column of ratios. */
function coldRow({ label, starts }: ColdContender, reference: ColdContender): Row {
  return {
    contender: label,
    firstDecisionMs: median(starts.map(firstDecisionMs)),
    ratio: medianRatio(starts, reference.starts, firstDecisionMs),
    slowestMs: Math.max(...starts.map(firstDecisionMs)),
    peakMiB: median(starts.map(peakBytes)) / bytesPerMiB,
  };
}

function firstDecisionMs(start: ColdStart): number {
  return start.firstDecisionMs;
}

function peakBytes(start: ColdStart): number {
  return start.peakBytes;
}
