import { createRandom } from '../measure/random.ts';
import { buildPackages } from '../process/build-packages.ts';
import { aurelio, naive, ours, type Contender } from '../process/contenders.ts';
import { startContender } from '../process/start-contender.ts';
import type { Bench } from '../report/report.ts';
import { makeNaiveModel } from '../subjects/make-naive-model.ts';
import { readDataset } from '../workloads/dataset.ts';
import { drawBlocks } from './latency/draw-blocks.ts';
import { loadBars, loneCallerBars } from './latency/latency-bars.ts';
import { latencyProtocol } from './latency/latency-protocol.ts';
import { loadRow, measureLoad, type Load } from './latency/load.ts';
import { loneCallerRows } from './latency/lone-caller-rows.ts';
import { measureLoneCaller, type Measured } from './latency/lone-caller.ts';
import { fullSizes, quickSizes } from './latency/sizes.ts';
import { describeContenders } from './describe-contenders.ts';

const seed = 20_260_101;
const threshold = 0.5;
const callerCounts = [1, 8, 32];

/** Text in, decision out: CLINC150, 150 routes of 10 utterances. */
export const latency: Bench = async ({ quick, say }) => {
  await buildPackages();
  await makeNaiveModel(say);
  if (!aurelio) say('aurelio semantic-router takes no part: benchmarks/README.md says how to install it');
  const sizes = quick ? quickSizes : fullSizes;
  const random = createRandom(seed);
  const { routes, cases } = await readDataset('clinc150');
  const texts = cases.map(({ text }) => text);

  await using processes = new AsyncDisposableStack();
  async function start(contender: Contender): Promise<Measured> {
    say(`loading ${contender.label}`);
    const running = processes.use(await startContender(contender.command, { routes, threshold }));
    return { contender, running, blocks: [] };
  }
  const contenders = {
    worker: await start(ours.worker),
    inline: await start(ours.inline),
    default: await start(ours.default),
    naive: await start(naive.defaultThreads),
    naiveOneThread: await start(naive.oneThread),
    aurelio: aurelio && (await start(aurelio)),
  };

  say('one caller');
  const measured = Object.values(contenders).filter((one) => one !== undefined);
  await measureLoneCaller(measured, drawBlocks(texts, sizes.lone, random), random);

  say('many callers');
  const loads = [contenders.worker, contenders.naive].flatMap(({ contender, running }) =>
    callerCounts.map((callers): Load => ({ label: contender.label, running, callers, blocks: [] })),
  );
  await measureLoad(loads, drawBlocks(texts, sizes.load, random), random);

  return {
    protocol: latencyProtocol(sizes, seed),
    versions: describeContenders(),
    rows: [...loneCallerRows(contenders), ...loads.map(loadRow)],
    bars: [
      ...loneCallerBars(contenders),
      ...loadBars(loads.filter(({ running }) => running === contenders.worker.running)),
    ],
  };
};
