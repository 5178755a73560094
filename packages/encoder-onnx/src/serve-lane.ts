import { parentPort, workerData } from 'node:worker_threads';
import { markIdle } from './exit-guard.ts';
import type { Lane } from './lane.ts';
import { toWorkerFailure, type WorkerReply } from './worker-reply.ts';
import type { WorkerSettings } from './worker-lane.ts';

/** The worker's side of `openWorkerLane`, which has passed on `settings`. */
export async function serveLane(open: (settings: unknown) => Promise<Lane>): Promise<void> {
  const { busy, settings } = workerData as WorkerSettings;

  async function reply(answer: () => Promise<WorkerReply>): Promise<void> {
    const message = await answer().catch((error: unknown): WorkerReply => ({
      kind: 'failed',
      failure: toWorkerFailure(error),
    }));
    markIdle(busy);
    parentPort?.postMessage(message);
  }

  await reply(async () => {
    const lane = await open(settings);
    parentPort?.on('message', (texts: readonly string[]) => {
      void reply(async () => ({ kind: 'done', result: await lane.run(texts) }));
    });
    return { kind: 'ready' };
  });
}
