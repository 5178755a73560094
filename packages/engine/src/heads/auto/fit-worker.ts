// Runs in a worker thread that fitInThread has started; not for import.
import { parentPort, workerData } from 'node:worker_threads';
import { fitAuto } from './fit-auto.ts';
import type { FitNews, FitOrder } from './fit-in-thread.ts';

const { examples, outOfScopeShare } = workerData as FitOrder;
const say = (news: FitNews) => parentPort?.postMessage(news);

try {
  const onProgress = (done: number) => {
    say({ kind: 'progress', done });
  };
  say({ kind: 'fitted', model: await fitAuto(examples, outOfScopeShare, { onProgress }) });
} catch (error) {
  say({ kind: 'failed', error });
}
