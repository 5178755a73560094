import { parentPort } from 'node:worker_threads';
import type { Lane } from './lane.ts';
import { toWorkerFailure, type WorkerReply } from './worker-reply.ts';

/** The worker's side of `openWorkerLane`. */
export async function serveLane(open: () => Promise<Lane>): Promise<void> {
  await reply(async () => {
    const lane = await open();
    parentPort?.on('message', (texts: readonly string[]) => {
      void reply(async () => ({ kind: 'done', result: await lane.run(texts) }));
    });
    return { kind: 'ready' };
  });
}

async function reply(answer: () => Promise<WorkerReply>): Promise<void> {
  const message = await answer().catch((error: unknown): WorkerReply => ({
    kind: 'failed',
    failure: toWorkerFailure(error),
  }));
  parentPort?.postMessage(message);
}
