/** One text that waits for its row. */
export interface Job {
  readonly text: string;
  /** Its row may not depend on neighbours: it is encoded by itself. */
  readonly alone: boolean;
  /** @param row shares its buffer with the rows of other jobs: copy it. */
  done(row: Float32Array, truncated: boolean): void;
  failed(error: unknown): void;
}

/** Texts in the order in which they came, taken in batches of similar length. */
export interface JobQueue {
  readonly size: number;
  add(jobs: readonly Job[]): void;
  /** @returns the job that has waited longest and up to `limit` − 1 others to pad with it. */
  takeBatch(limit: number): Job[];
  /** Puts a batch back to the front, each job of it to be taken alone. */
  putBackAlone(jobs: readonly Job[]): void;
  /** Jobs that are no longer in the queue are passed over. */
  remove(jobs: Iterable<Job>): void;
  /** Empties the queue. */
  takeAll(): Job[];
}

// Neighbours are sought among the next jobs only, so that a long queue costs no more than a short one.
const windowSize = 64;

// Every text is padded to the longest of its batch, and padding is computed like text: beyond this
// ratio, batches of mixed lengths are slower than none. Length in UTF-16 units stands for tokens,
// which are counted later, in the lane.
const maxLengthRatio = 1.5;
const shortLength = 24;

export function createJobQueue(): JobQueue {
  let waiting: Job[] = [];
  const putBack = new WeakSet<Job>();
  const isAlone = (job: Job) => job.alone || putBack.has(job);

  function remove(jobs: Iterable<Job>): void {
    const gone = new Set(jobs);
    waiting = waiting.filter((job) => !gone.has(job));
  }

  return {
    get size() {
      return waiting.length;
    },
    add(jobs) {
      waiting.push(...jobs);
    },
    takeBatch(limit) {
      // The oldest job is in every batch: whatever arrives later, a job waits for at most as many
      // batches as there were jobs before it.
      const [oldest, ...later] = waiting.slice(0, windowSize);
      if (!oldest) return [];
      const candidates = isAlone(oldest) ? [] : later.filter((job) => !isAlone(job));
      const batch = [oldest, ...similarJobs(oldest, candidates).slice(0, limit - 1)];
      remove(batch);
      return batch;
    },
    putBackAlone(jobs) {
      for (const job of jobs) putBack.add(job);
      waiting.unshift(...jobs);
    },
    remove,
    takeAll: () => waiting.splice(0),
  };
}

/** Nearest in length first; ties to the earlier. */
function similarJobs(job: Job, others: readonly Job[]): Job[] {
  const distance = (other: Job) => Math.abs(other.text.length - job.text.length);
  return others
    .filter((other) => padTogether(other.text.length, job.text.length))
    .sort((a, b) => distance(a) - distance(b));
}

function padTogether(a: number, b: number): boolean {
  return Math.max(a, b) <= Math.max(shortLength, maxLengthRatio * Math.min(a, b));
}
