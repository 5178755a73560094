import { describe, expect, it } from 'vitest';
import { SchedulerBench } from './__fixtures__/scheduler-bench.ts';
import type { LaneResult } from './lane.ts';
import type { SchedulerSettings } from './scheduler.ts';

/** Two lanes, both at work, so that whatever is added waits. */
async function busyBench(settings?: Partial<SchedulerSettings>): Promise<SchedulerBench> {
  const bench = new SchedulerBench(settings);
  await bench.add('first second');
  await bench.open();
  await bench.open();
  bench.takeLog();
  return bench;
}

describe('createScheduler', () => {
  it('runs a lone job at once and by itself, on the lane that is open', async () => {
    const bench = new SchedulerBench();
    void bench.scheduler.start();
    await bench.open();
    await bench.add('a');
    await bench.finish(0);
    await bench.add('b');
    expect(bench.takeLog()).toEqual(['0: a', 'a = 1', '0: b']);
    expect(bench.opening).toBe(0);
  });

  it('opens a further lane only when a job has to wait, one at a time and no more than allowed', async () => {
    const bench = new SchedulerBench({ maxLanes: 3 });
    await bench.add('a');
    expect(bench.opening).toBe(1);
    await bench.open();
    expect(bench.opening).toBe(0);
    await bench.add('b c d');
    expect(bench.opening).toBe(1);
    await bench.open();
    expect(bench.opening).toBe(1);
    await bench.open();
    expect(bench.takeLog()).toEqual(['0: a', '1: b', '2: c']);
    expect(bench.opening).toBe(0);
    expect(bench.scheduler.waiting).toBe(1);
  });

  it('leaves waiting jobs to the open lanes while another opens', async () => {
    const bench = new SchedulerBench();
    await bench.add('a');
    await bench.open();
    await bench.add('b');
    await bench.finish(0);
    expect(bench.takeLog()).toEqual(['0: a', '0: b', 'a = 1']);
  });

  it('batches what waits: the share of a lane, at most maxBatch', async () => {
    const bench = await busyBench();
    await bench.add('a b c d e f g h i j');
    await bench.finish(0);
    await bench.finish(1);
    await bench.finish(0);
    expect(bench.takeLog().filter((line) => line.includes(':'))).toEqual([
      '0: a b c d',
      '1: e f g',
      '0: h i',
    ]);
  });

  it('runs a job alone that asks for it, on any lane', async () => {
    const bench = await busyBench();
    await bench.add('a b', true);
    await bench.add('c d');
    await bench.finish(0);
    await bench.finish(1);
    await bench.finish(0);
    expect(bench.takeLog().filter((line) => line.includes(':'))).toEqual(['0: a', '1: b', '0: c']);
  });

  it('does not run what was removed while it waited', async () => {
    const bench = await busyBench();
    const [a] = await bench.add('a b');
    bench.scheduler.remove([a!]);
    await bench.finish(0);
    expect(bench.takeLog()).toEqual(['0: b', 'first = 5']);
  });

  it('runs the texts of a batch that fails each alone, so that only the one at fault fails', async () => {
    const bench = await busyBench();
    await bench.add('a b c d');
    await bench.finish(0);
    await bench.failBatch(0);
    await bench.failBatch(0);
    await bench.finish(0);
    expect(bench.takeLog()).toEqual(['0: a b', 'first = 5', '0: a', 'a: failed', '0: b', '0: c', 'b = 1']);
  });

  it('hands on to the next lane what waits when one ends, and fails only what ran on it', async () => {
    const bench = await busyBench();
    await bench.add('a');
    await bench.die(0);
    expect(bench.takeLog()).toEqual(['first: died']);
    expect(bench.opening).toBe(1);
    await bench.open();
    expect(bench.takeLog()).toEqual(['2: a']);
  });

  it('opens a fresh lane for the next job when the only one has ended', async () => {
    const bench = new SchedulerBench({ maxLanes: 1 });
    await bench.add('a');
    await bench.open();
    await bench.die(0);
    await bench.add('b');
    await bench.open();
    await bench.finish(1);
    expect(bench.takeLog()).toEqual(['0: a', 'a: died', '1: b', 'b = 1']);
  });

  it('fails what waits when no lane opens, and tries again with the next job', async () => {
    const bench = new SchedulerBench();
    await bench.add('a b');
    await bench.refuseToOpen('no memory');
    expect(bench.takeLog()).toEqual(['a: no memory', 'b: no memory']);
    await bench.add('c');
    await bench.open();
    expect(bench.takeLog()).toEqual(['0: c']);
  });

  it('makes do with the lanes that there are when a further one does not open', async () => {
    const bench = new SchedulerBench();
    await bench.add('a b');
    await bench.open();
    await bench.refuseToOpen('no memory');
    await bench.finish(0);
    await bench.add('c');
    expect(bench.takeLog()).toEqual(['0: a', '0: b', 'a = 1']);
    expect(bench.opening).toBe(0);
  });

  it('rejects start as the lane does', async () => {
    const bench = new SchedulerBench();
    const start = bench.scheduler.start();
    await Promise.all([expect(start).rejects.toThrow('no model'), bench.refuseToOpen('no model')]);
  });

  it('fails every job that has not ended, then closes every lane', async () => {
    const bench = await busyBench();
    await bench.add('a');
    await bench.scheduler.close(new Error('disposed'));
    expect(bench.takeLog()).toEqual([
      'first: disposed',
      'second: disposed',
      'a: disposed',
      'close 0',
      'close 1',
    ]);
  });

  it('closes a lane that was opening', async () => {
    const bench = new SchedulerBench();
    await bench.add('a');
    const closing = bench.scheduler.close(new Error('disposed'));
    await bench.open();
    await closing;
    expect(bench.takeLog()).toEqual(['a: disposed', 'close 0']);
  });

  it('reports each batch', async () => {
    const reports: string[] = [];
    const onBatch = (texts: number, { modelMs }: LaneResult) => {
      reports.push(`${texts} texts in ${modelMs} ms`);
    };
    const bench = await busyBench({ onBatch });
    await bench.add('a b c d');
    await bench.finish(0);
    await bench.finish(0);
    expect(reports).toEqual(['1 texts in 1 ms', '2 texts in 1 ms']);
  });
});
