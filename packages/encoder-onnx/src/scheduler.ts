import { createJobQueue, type Job } from './job-queue.ts';
import type { Lane, LaneResult } from './lane.ts';

/** Spreads jobs over lanes. Knows neither models nor threads nor clocks: each event leads to the next step. */
export interface Scheduler {
  /** Jobs that no lane has taken yet. */
  readonly waiting: number;
  /** Opens the first lane now, not with the first job; rejects as `openLane` does. */
  start(): Promise<void>;
  /** Each job ends in `done` or `failed`, unless it is removed before. */
  add(jobs: readonly Job[]): void;
  /** Takes jobs out of the queue. One that is running runs on and ends as usual. */
  remove(jobs: readonly Job[]): void;
  /** Fails every job that has not ended with `reason`, then closes the lanes. */
  close(reason: unknown): Promise<void>;
}

export interface SchedulerSettings {
  readonly openLane: () => Promise<Lane>;
  readonly maxLanes: number;
  /** Most texts per batch. */
  readonly maxBatch: number;
  /** Called after each batch. */
  readonly onBatch?: ((texts: number, result: LaneResult) => void) | undefined;
}

/**
 * No timer: a job that finds an idle lane runs at once and by itself. Only what has to wait is
 * batched, and a further lane is opened only when something waits.
 */
export function createScheduler({ openLane, maxLanes, maxBatch, onBatch }: SchedulerSettings): Scheduler {
  const queue = createJobQueue();
  const lanes = new Set<Lane>();
  const running = new Map<Lane, readonly Job[]>();
  let laneLimit = maxLanes;
  let opening: Promise<void> | undefined;
  let closed = false;

  function dispatch(): void {
    for (const lane of lanes) {
      if (queue.size === 0) return;
      // The share of each lane, so that the last batches end at about the same time.
      const share = Math.ceil(queue.size / laneLimit);
      if (!running.has(lane)) void runBatch(lane, queue.takeBatch(Math.min(maxBatch, share)));
    }
    if (queue.size > 0 && lanes.size < laneLimit) void openAnother();
  }

  async function runBatch(lane: Lane, jobs: readonly Job[]): Promise<void> {
    running.set(lane, jobs);
    const result = await lane.run(jobs.map(({ text }) => text)).catch((error: unknown) => {
      // Each by itself then, so that the text at fault fails and no other: they may be of several calls.
      if (jobs.length > 1 && lanes.has(lane) && !closed) queue.putBackAlone(jobs);
      else fail(jobs, error);
    });
    running.delete(lane);
    dispatch(); // first, so that the lane computes while rows are handed out
    if (!result) return;
    deliver(jobs, result);
    onBatch?.(jobs.length, result);
  }

  function open(): Promise<void> {
    opening ??= openLane()
      .then(join)
      .finally(() => (opening = undefined));
    return opening;
  }

  async function join(lane: Lane): Promise<void> {
    if (closed) return lane.close();
    lanes.add(lane);
    void lane.ended.then(() => lanes.delete(lane));
  }

  async function openAnother(): Promise<void> {
    try {
      await open();
    } catch (error) {
      if (lanes.size === 0) fail(queue.takeAll(), error);
      // What keeps a further lane from opening (memory, say) lasts: make do with those that there are.
      else laneLimit = lanes.size;
    }
    dispatch();
  }

  return {
    get waiting() {
      return queue.size;
    },
    start: open,
    add(jobs) {
      queue.add(jobs);
      dispatch();
    },
    remove: (jobs) => {
      queue.remove(jobs);
    },
    async close(reason) {
      closed = true;
      fail([...running.values()].flat(), reason);
      fail(queue.takeAll(), reason);
      await Promise.all([opening?.catch(() => undefined), ...[...lanes].map((lane) => lane.close())]);
    },
  };
}

function fail(jobs: readonly Job[], error: unknown): void {
  for (const job of jobs) job.failed(error);
}

function deliver(jobs: readonly Job[], { rows, truncated }: LaneResult): void {
  const dimensions = rows.length / jobs.length;
  jobs.forEach((job, i) => {
    job.done(rows.subarray(i * dimensions, (i + 1) * dimensions), truncated.includes(i));
  });
}
