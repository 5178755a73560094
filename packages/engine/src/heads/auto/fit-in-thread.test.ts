import type { HeadExamples } from '@sr/core';
import { seededClusters } from '@sr/testkit';
import { describe, expect, it } from 'vitest';
import { fitAuto } from './fit-auto.ts';
import { fitInThread } from './fit-in-thread.ts';

const [routeCount, perRoute, dimensions] = [80, 5, 16];
const count = routeCount * perRoute;

function largeExamples(): HeadExamples {
  const { rows, groups } = seededClusters({
    count,
    dimensions,
    clusterCount: routeCount,
    spread: 0.8,
    seed: 1,
  });
  return {
    rows,
    dimensions,
    texts: Array.from(groups, (group, i) => `text ${i} of ${group}`),
    routes: groups,
    routeNames: Array.from({ length: routeCount }, (_, route) => `route ${route}`),
    negatives: { rows: new Float32Array(0), texts: [], routes: new Int32Array(0) },
  };
}

describe('a large fit', () => {
  it('gives in a thread what it gives without', async () => {
    const examples = largeExamples();
    expect(await fitInThread(examples, 0.25)).toEqual(await fitAuto(examples, 0.25));
  });

  it('reports progress that never goes back', async () => {
    const done: number[] = [];
    await fitInThread(largeExamples(), 0.25, { onProgress: (share) => done.push(share) });
    expect(done.length).toBeGreaterThan(0);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
  });

  it('ends when it is aborted, before or after it has begun', async () => {
    const early = AbortSignal.abort(new Error('before'));
    await expect(fitInThread(largeExamples(), 0.25, { signal: early })).rejects.toThrow('before');
    const late = new AbortController();
    const onProgress = () => {
      late.abort(new Error('after'));
    };
    await expect(fitInThread(largeExamples(), 0.25, { signal: late.signal, onProgress })).rejects.toThrow(
      'after',
    );
  });

  it('passes on why it failed', async () => {
    const broken = { ...largeExamples(), rows: new Float32Array(3) };
    await expect(fitInThread(broken, 0.25)).rejects.toThrow(RangeError);
  });
});
