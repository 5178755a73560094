import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createJobQueue, type Job } from './job-queue.ts';

function jobOf(text: string, alone = false): Job {
  return { text, alone, done: () => undefined, failed: () => undefined };
}

/** Jobs named by their length and a letter: `30a` is a text of 30 units. A `!` asks to be alone. */
function jobsOf(names: string): Job[] {
  return names
    .split(' ')
    .filter((name) => name !== '')
    .map((name) => jobOf(name.padEnd(parseInt(name), '.'), name.endsWith('!')));
}

function namesOf(jobs: readonly Job[]): string {
  return jobs.map(({ text }) => text.replaceAll('.', '')).join(' ');
}

describe('createJobQueue', () => {
  it.each([
    { waiting: '', limit: 8, batch: '', rest: '' },
    { waiting: '30a 30b 30c', limit: 1, batch: '30a', rest: '30b 30c' },
    { waiting: '30a 30b 30c', limit: 2, batch: '30a 30b', rest: '30c' },
    { waiting: '30a 30b', limit: 8, batch: '30a 30b', rest: '' },
    // Nearest in length to the oldest, not to each other; ties to the earlier.
    { waiting: '100a 130b 90c 101d 99e', limit: 3, batch: '100a 101d 99e', rest: '130b 90c' },
    // Half as long again is similar, more is not.
    { waiting: '100a 150b 151c 67d 66e', limit: 8, batch: '100a 67d 150b', rest: '151c 66e' },
    // Short texts cost so little that they are similar to each other.
    { waiting: '2a 24b 25c', limit: 8, batch: '2a 24b', rest: '25c' },
    // The oldest goes, whatever would go together better.
    { waiting: '900a 30b 30c 30d', limit: 8, batch: '900a', rest: '30b 30c 30d' },
    { waiting: '30a! 30b', limit: 8, batch: '30a!', rest: '30b' },
    { waiting: '30a 30b! 30c', limit: 8, batch: '30a 30c', rest: '30b!' },
  ])('takes [$batch] of [$waiting], at most $limit', ({ waiting, limit, batch, rest }) => {
    const queue = createJobQueue();
    queue.add(jobsOf(waiting));
    expect(namesOf(queue.takeBatch(limit))).toBe(batch);
    expect(namesOf(queue.takeAll())).toBe(rest);
    expect(queue.size).toBe(0);
  });

  it('passes over removed jobs, and over the removal of jobs that it does not have', () => {
    const queue = createJobQueue();
    const [a, b, c] = jobsOf('30a 30b 30c');
    queue.add([a!, b!]);
    queue.remove([b!, c!]);
    queue.add([c!]);
    expect(namesOf(queue.takeBatch(8))).toBe('30a 30c');
    queue.remove([a!]);
    expect(queue.size).toBe(0);
  });

  it('takes jobs that were put back first, and each alone', () => {
    const queue = createJobQueue();
    queue.add(jobsOf('30a 30b 30c 30d'));
    queue.putBackAlone(queue.takeBatch(2));
    expect([8, 8, 8].map((limit) => namesOf(queue.takeBatch(limit)))).toEqual(['30a', '30b', '30c 30d']);
  });

  const arrivals = fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.boolean()), { maxLength: 120 });

  it('gives out every job once, the oldest in each batch, however many arrive meanwhile', () => {
    fc.assert(
      fc.property(arrivals, arrivals, fc.integer({ min: 1, max: 8 }), (first, later, limit) => {
        const [earlier, latecomers] = [first, later].map((jobs) =>
          jobs.map(([length, alone]) => jobOf('.'.repeat(length), alone)),
        );
        const queue = createJobQueue();
        queue.add(earlier!);
        const waiting = [...earlier!];
        const given: Job[] = [];
        while (queue.size > 0) {
          const batch = queue.takeBatch(limit);
          expect(batch[0]).toBe(waiting[0]);
          expect(batch.length).toBeLessThanOrEqual(limit);
          if (batch.length > 1) expect(batch.some(({ alone }) => alone)).toBe(false);
          for (const job of batch) waiting.splice(waiting.indexOf(job), 1);
          given.push(...batch);
          const arrived = latecomers!.splice(0, 2);
          queue.add(arrived);
          waiting.push(...arrived);
        }
        expect(new Set(given).size).toBe(given.length);
        expect(waiting).toEqual([]);
      }),
      { seed: 4 },
    );
  });
});
