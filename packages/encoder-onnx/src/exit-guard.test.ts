import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { createBusyFlag, guardExit, markBusy, markIdle, unguardExit } from './exit-guard.ts';

const flag = createBusyFlag();
const before = process.listeners('exit');
const listenersOfTheGuard = () => process.listeners('exit').filter((listener) => !before.includes(listener));

afterEach(() => {
  unguardExit(flag);
});

describe('guardExit', () => {
  it('holds up the exit until the worker is idle', async () => {
    guardExit(flag);
    markBusy(flag);
    const worker = new Worker(
      `const { workerData } = require('node:worker_threads');
       setTimeout(() => { Atomics.store(workerData, 0, 0); Atomics.notify(workerData, 0); }, 20);`,
      { eval: true, workerData: flag },
    );
    for (const listener of listenersOfTheGuard()) listener.call(process, 0);
    expect(Atomics.load(flag, 0)).toBe(0);
    await worker.terminate();
  });

  it('does not hold up the exit for an idle worker', () => {
    guardExit(flag);
    markBusy(flag);
    markIdle(flag);
    const start = performance.now();
    for (const listener of listenersOfTheGuard()) listener.call(process, 0);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('listens once for all workers, and no longer than there is one', () => {
    const flags = Array.from({ length: 20 }, createBusyFlag);
    flags.forEach(guardExit);
    expect(listenersOfTheGuard()).toHaveLength(1);
    flags.forEach(unguardExit);
    expect(listenersOfTheGuard()).toHaveLength(0);
  });
});
