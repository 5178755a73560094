import { Worker } from 'node:worker_threads';
import { SrError } from '@sr/core';
import { createBusyFlag, guardExit, markBusy, unguardExit, type BusyFlag } from './exit-guard.ts';
import type { Lane, LaneResult } from './lane.ts';
import { fromWorkerFailure, type WorkerReply } from './worker-reply.ts';

/** The `workerData` of a worker that calls `serveLane`. */
export interface WorkerSettings {
  readonly busy: BusyFlag;
  readonly settings: unknown;
}

/**
 * Starts a worker that calls `serveLane`, and resolves when its lane is open. The worker keeps the
 * process alive only while it opens or runs a batch.
 *
 * No pool from npm: those hand each task over by itself, so that what waits cannot be batched by length
 * nor taken back. Nor are they faster: measured for an empty task, a lane with the scheduler takes 27 µs
 * there and back, piscina 5.3 22 to 30 µs, tinypool 2.2 42 µs.
 */
export async function openWorkerLane(script: URL, settings: unknown): Promise<Lane> {
  const busy = createBusyFlag();
  const workerData: WorkerSettings = { busy, settings };
  // By import, because a file is refused where the process was given its program as a string (--input-type).
  const worker = new Worker(`import(${JSON.stringify(script.href)})`, { eval: true, workerData });
  const { nextReply, ended } = listenTo(worker, busy);
  let running: Promise<unknown> = nextReply();
  await running.catch((cause: unknown) => {
    throw SrError.is(cause) ? cause : notOpened(script, cause);
  });
  return {
    async run(texts) {
      const reply = nextReply();
      running = reply.catch(() => undefined);
      worker.postMessage(texts);
      return (await reply)!;
    },
    ended,
    async close() {
      await running; // a worker that is terminated inside native code aborts the process
      await worker.terminate();
    },
  };
}

interface WorkerReplies {
  /** @returns the result in it; undefined for the first, which says that the lane is open. */
  nextReply: () => Promise<LaneResult | undefined>;
  readonly ended: Promise<void>;
}

function listenTo(worker: Worker, busy: BusyFlag): WorkerReplies {
  let asked: { resolve(result: LaneResult | undefined): void; reject(error: Error): void } | undefined;
  let cause: unknown;
  let end: Error | undefined;

  worker.on('message', (reply: WorkerReply) => {
    worker.unref();
    if (reply.kind === 'failed') asked?.reject(fromWorkerFailure(reply.failure));
    else asked?.resolve(reply.kind === 'done' ? reply.result : undefined);
  });
  worker.on('error', (error: unknown) => {
    cause = error;
  });
  const ended = new Promise<void>((resolve) => {
    worker.on('exit', (exitCode) => {
      unguardExit(busy);
      end = new Error(`its worker thread has ended with exit code ${exitCode}`, { cause });
      resolve(); // before the rejection: whoever sees that one finds the lane gone
      asked?.reject(end);
    });
  });
  guardExit(busy);

  function nextReply(): Promise<LaneResult | undefined> {
    if (end) return Promise.reject(end);
    worker.ref();
    markBusy(busy);
    return new Promise((resolve, reject) => (asked = { resolve, reject }));
  }

  return { nextReply, ended };
}

function notOpened(script: URL, cause: unknown): Error {
  const message =
    `the worker ${script.href} did not start; where a bundler has moved this package, ` +
    `keep it external or set thread: 'inline'.`;
  return new Error(message, { cause });
}
