import { SrError } from '@sr/core';
import { afterEach, describe, expect, it } from 'vitest';
import type { Lane } from './lane.ts';
import { createScheduledEncoder } from './scheduled-encoder.ts';
import { createScheduler } from './scheduler.ts';
import { openWorkerLane } from './worker-lane.ts';

const script = new URL('./__fixtures__/fragile-worker.ts', import.meta.url);
let lane: Lane | undefined;

async function open(): Promise<Lane> {
  lane = await openWorkerLane(script, undefined);
  return lane;
}

afterEach(() => lane?.close());

describe('openWorkerLane', () => {
  it('runs one batch after the other', async () => {
    const opened = await open();
    expect((await opened.run(['a', 'b'])).rows).toHaveLength(2);
    expect((await opened.run(['a'])).rows).toHaveLength(1);
  });

  it('survives a batch that fails', async () => {
    const opened = await open();
    await expect(opened.run(['throw'])).rejects.toThrow('out of memory');
    expect((await opened.run(['a'])).rows).toHaveLength(1);
  });

  it('brings an SrError across with code, details and cause', async () => {
    const opened = await open();
    const error: unknown = await opened.run(['SrError']).catch((reason: unknown) => reason);
    expect(SrError.is(error, 'SR_DIMENSION_MISMATCH')).toBe(true);
    expect(error).toMatchObject({
      message: 'wrong',
      details: { expected: 2, actual: 1 },
      cause: 'Error: why',
    });
  });

  it('rejects the batch during which the worker ends, and every batch after it', async () => {
    const opened = await open();
    await expect(opened.run(['exit'])).rejects.toThrow('its worker thread has ended with exit code 3');
    await opened.ended;
    await expect(opened.run(['a'])).rejects.toThrow('its worker thread has ended with exit code 3');
  });

  it('lets a running batch finish when it is closed', async () => {
    const opened = await open();
    const [outcome] = await Promise.allSettled([opened.run(['a']), opened.close()]);
    expect(outcome.status).toBe('fulfilled');
    await opened.ended;
  });

  it('says what to do where the worker does not start', async () => {
    const missing = new URL('./no-such-worker.ts', import.meta.url);
    await expect(openWorkerLane(missing, undefined)).rejects.toThrow(
      /no-such-worker.ts did not start; .*inline/,
    );
    await expect(openWorkerLane(script, 'broken')).rejects.toThrow(/fragile-worker.ts did not start/);
  });
});

describe('an encoder whose worker dies', () => {
  it('fails what ran there with SR_ENCODER_FAILED, and gives the next call a fresh worker', async () => {
    const scheduler = createScheduler({
      openLane: () => openWorkerLane(script, undefined),
      maxLanes: 1,
      maxBatch: 8,
    });
    await using encoder = createScheduledEncoder({
      id: 'fragile',
      dimensions: 1,
      supports: { batchDrift: 0, inputType: false, maxTokens: 8 },
      maxBatch: 8,
      maxQueued: 8,
      scheduler,
    });
    await encoder.encode(['a']);
    const calls = [encoder.encode(['exit']), encoder.encode(['b'])];
    await expect(calls[0]).rejects.toMatchObject({ code: 'SR_ENCODER_FAILED', details: { textIndex: 0 } });
    expect(await calls[1]).toHaveLength(1);
    expect(await encoder.encode(['c'])).toHaveLength(1);
  });
});
