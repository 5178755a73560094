import type { Job } from '../job-queue.ts';
import type { Lane, LaneResult } from '../lane.ts';
import { createScheduler, type SchedulerSettings } from '../scheduler.ts';

/** Lanes that do nothing until told to; each text's row is its length. */
export class SchedulerBench {
  // `0: a b` is a batch of two on the first lane, `a = 1` a row, `a: …` a failure.
  readonly #log: string[] = [];
  readonly #batches: {
    resolve: (result: LaneResult) => void;
    reject: (error: Error) => void;
    texts: readonly string[];
  }[] = [];
  readonly #opening: { resolve: (lane: Lane) => void; reject: (error: Error) => void }[] = [];
  readonly #ends: (() => void)[] = [];

  readonly scheduler;

  constructor(settings: Partial<SchedulerSettings> = {}) {
    this.scheduler = createScheduler({
      maxLanes: 2,
      maxBatch: 4,
      openLane: () => new Promise((resolve, reject) => this.#opening.push({ resolve, reject })),
      ...settings,
    });
  }

  /** Lanes that are opening. */
  get opening(): number {
    return this.#opening.length;
  }

  /** One job per word. */
  async add(texts: string, alone = false): Promise<Job[]> {
    const jobs = texts.split(' ').map((text): Job => ({
      text,
      alone,
      done: (row) => this.#log.push(`${text} = ${row.join()}`),
      failed: (error) => this.#log.push(`${text}: ${(error as Error).message}`),
    }));
    this.scheduler.add(jobs);
    await settled();
    return jobs;
  }

  /** The lane that has been opening longest is open. */
  async open(): Promise<void> {
    const index = this.#ends.length;
    let end!: () => void;
    const ended = new Promise<void>((resolve) => (end = resolve));
    this.#ends.push(end);
    this.#opening.shift()!.resolve({
      ended,
      run: (texts) => {
        this.#log.push(`${index}: ${texts.join(' ')}`);
        return new Promise((resolve, reject) => (this.#batches[index] = { resolve, reject, texts }));
      },
      close: () => {
        this.#log.push(`close ${index}`);
        end();
        return Promise.resolve();
      },
    });
    await settled();
  }

  async refuseToOpen(message: string): Promise<void> {
    this.#opening.shift()!.reject(new Error(message));
    await settled();
  }

  /** The batch that runs on the lane is done. */
  async finish(lane: number): Promise<void> {
    const { resolve, texts } = this.#batches[lane]!;
    resolve({ rows: Float32Array.from(texts, ({ length }) => length), truncated: [], modelMs: 1 });
    await settled();
  }

  /** The batch that runs on the lane fails, and the lane goes on. */
  async failBatch(lane: number): Promise<void> {
    this.#batches[lane]!.reject(new Error('failed'));
    await settled();
  }

  /** The lane ends, and with it the batch that runs on it. */
  async die(lane: number): Promise<void> {
    this.#ends[lane]!();
    this.#batches[lane]?.reject(new Error('died'));
    await settled();
  }

  /** What has happened since the last call. */
  takeLog(): string[] {
    return this.#log.splice(0);
  }
}

/** Every promise that can settle has. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
