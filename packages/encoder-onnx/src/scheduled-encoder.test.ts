import { SrError, type Encoder } from '@sr/core';
import { describe, expect, it } from 'vitest';
import type { Job } from './job-queue.ts';
import { createScheduledEncoder } from './scheduled-encoder.ts';
import type { Scheduler } from './scheduler.ts';

const limit = 4;

/** An encoder of one-element rows over a scheduler that keeps every job until the test ends it. */
function createBench(): { encoder: Encoder & AsyncDisposable; jobs: Job[]; removed: Job[] } {
  const jobs: Job[] = [];
  const removed: Job[] = [];
  const scheduler: Scheduler = {
    get waiting() {
      return jobs.length - removed.length;
    },
    start: () => Promise.resolve(),
    add: (added) => jobs.push(...added),
    remove: (gone) => removed.push(...gone),
    close(reason) {
      for (const job of jobs) job.failed(reason);
      return Promise.resolve();
    },
  };
  const encoder = createScheduledEncoder({
    id: 'test',
    dimensions: 1,
    supports: { batchDrift: 0, inputType: false, maxTokens: 8 },
    maxBatch: 3,
    maxQueued: limit,
    scheduler,
  });
  return { encoder, jobs, removed };
}

const row = (element: number): Float32Array => Float32Array.of(element);

function codeOf(call: Promise<unknown>): Promise<unknown> {
  return call.catch((error: unknown) => (SrError.is(error) ? error.code : error));
}

describe('createScheduledEncoder', () => {
  it('puts rows in text order, whatever order they come in', async () => {
    const { encoder, jobs } = createBench();
    const call = encoder.encode(['a', 'b', 'c']);
    jobs[2]!.done(row(3), false);
    jobs[0]!.done(row(1), false);
    jobs[1]!.done(row(2), false);
    expect([...(await call)]).toEqual([1, 2, 3]);
  });

  it('reports truncated texts in text order, and none of a call that fails', async () => {
    const { encoder, jobs } = createBench();
    const reported: number[] = [];
    const onTruncated = (textIndex: number) => reported.push(textIndex);
    const call = encoder.encode(['a', 'b', 'c'], { onTruncated });
    for (const textIndex of [2, 1, 0]) jobs[textIndex]!.done(row(1), textIndex !== 1);
    await call;
    expect(reported).toEqual([0, 2]);

    jobs.length = 0;
    const failing = encoder.encode(['a', 'b'], { onTruncated });
    jobs[0]!.done(row(1), true);
    jobs[1]!.failed(new Error('no'));
    await expect(failing).rejects.toThrow();
    expect(reported).toEqual([0, 2]);
  });

  it('asks for each text of a reproducible call alone', () => {
    const { encoder, jobs } = createBench();
    void encoder.encode(['a', 'b'], { reproducible: true });
    void encoder.encode(['c']);
    expect(jobs.map(({ alone }) => alone)).toEqual([true, true, false]);
  });

  it('names the text that failed by its position, and takes the others out of the queue', async () => {
    const { encoder, jobs, removed } = createBench();
    const call = encoder.encode(['a', 'b', 'c']);
    const cause = new Error('out of memory');
    jobs[1]!.failed(cause);
    await expect(call).rejects.toMatchObject({
      code: 'SR_ENCODER_FAILED',
      message: 'test could not encode texts[1]: out of memory',
      details: { encoder: 'test', textIndex: 1 },
      cause,
    });
    expect(removed).toEqual(jobs);
  });

  it('passes on an SrError as it is', async () => {
    const { encoder, jobs } = createBench();
    const call = encoder.encode(['a']);
    jobs[0]!.failed(new SrError('SR_RUNTIME_MISSING', 'missing', { package: 'x' }));
    expect(await codeOf(call)).toBe('SR_RUNTIME_MISSING');
  });

  it('takes an aborted call out of the queue and drops rows that come later', async () => {
    const { encoder, jobs, removed } = createBench();
    const controller = new AbortController();
    const reported: number[] = [];
    const call = encoder.encode(['a', 'b'], {
      signal: controller.signal,
      onTruncated: (textIndex) => reported.push(textIndex),
    });
    const reason = new Error('no longer wanted');
    controller.abort(reason);
    expect(removed).toEqual(jobs);
    await expect(call).rejects.toBe(reason);
    for (const job of jobs) job.done(row(1), true);
    expect(reported).toEqual([]);
  });

  it('refuses a call that the queue has no room for, and takes one that it has', async () => {
    const { encoder, jobs } = createBench();
    void encoder.encode(['a', 'b', 'c']);
    await expect(encoder.encode(['d', 'e'])).rejects.toMatchObject({
      code: 'SR_QUEUE_FULL',
      details: { limit },
    });
    expect(jobs).toHaveLength(3);
    void encoder.encode(['d']);
    expect(jobs).toHaveLength(4);
  });

  it('refuses what is no string, by its position', async () => {
    const { encoder } = createBench();
    const texts = ['a', 7] as unknown as string[];
    await expect(encoder.encode(texts)).rejects.toThrow(
      new TypeError('test encodes strings, texts[1] is a number.'),
    );
  });

  it('rejects pending and later calls with SR_DISPOSED once it is disposed of, any number of times', async () => {
    const { encoder } = createBench();
    const call = codeOf(encoder.encode(['a']));
    await Promise.all([encoder[Symbol.asyncDispose](), encoder[Symbol.asyncDispose]()]);
    expect(await call).toBe('SR_DISPOSED');
    expect(await codeOf(encoder.encode(['a']))).toBe('SR_DISPOSED');
    expect(await codeOf(encoder.encode([]))).toBe('SR_DISPOSED');
  });
});
