import { interleave } from '../../measure/interleave.ts';
import { median } from '../../measure/percentile.ts';
import { createRandom } from '../../measure/random.ts';
import type { BuiltContender, SearchContender, SearchWorkload } from './contender.ts';
import type { MachineLoops } from './machine-loops.ts';

export interface SizeFigures {
  readonly workload: SearchWorkload;
  readonly contenders: readonly ContenderFigures[];
  /** Time to read one byte for each row and dimension in WebAssembly, the median of each round. */
  readonly readMs: readonly number[];
}

export interface ContenderFigures {
  readonly contender: SearchContender;
  readonly buildMs: number;
  /** All that was measured. */
  readonly latenciesMs: readonly number[];
  /** The median of each round. */
  readonly medianMs: readonly number[];
  /** Rows scored again per query; of contenders that do so. */
  readonly rescored: number | undefined;
}

interface Running {
  readonly contender: SearchContender;
  readonly built: BuiltContender;
  readonly rounds: number[][];
  readonly rescored: number[];
}

export const k = 5;
const rounds = 15;
const warmUps = 3;

/** All contenders on the same rows and queries, one block of queries each per round. */
export async function measureSize(
  workload: SearchWorkload,
  contenders: readonly SearchContender[],
  loops: MachineLoops,
  seed: number,
): Promise<SizeFigures> {
  await using stack = new AsyncDisposableStack();
  const running: Running[] = [];
  for (const contender of contenders) {
    if (workload.rowCount > contender.rowLimit) continue;
    const built = stack.use(await contender.build(workload));
    running.push({ contender, built, rounds: [], rescored: [] });
  }
  const random = createRandom(seed);
  const blocks = Array.from({ length: rounds }, () =>
    Array.from({ length: queriesPerBlock(workload) + warmUps }, () => workload.drawQuery(random)),
  );
  const sizeBytes = workload.rowCount * workload.dimensions;
  const readMs: number[] = [];
  const tasks: readonly (Running | 'read')[] = [...running, 'read'];
  const nearest = new Map<number, readonly number[]>();
  await interleave(tasks, rounds, random, async (task, round) => {
    const block = blocks[round]!;
    if (task === 'read') {
      readMs.push(median(block.map(() => timeRead(loops, sizeBytes)).slice(warmUps)));
      return;
    }
    const found = await task.built.search(block, k);
    task.rounds.push(found.latenciesMs.slice(warmUps));
    if (task.built.rescored !== undefined) task.rescored.push(task.built.rescored);
    if (task.contender.exact) assertAgrees(task.contender, nearest, round, found.nearest);
  });
  return {
    workload,
    contenders: running.map(({ contender, built, rounds, rescored }) => ({
      contender,
      buildMs: built.buildMs,
      latenciesMs: rounds.flat(),
      medianMs: rounds.map(median),
      rescored: contender.label.includes('+') ? median(rescored) : undefined,
    })),
    readMs,
  };
}

// So that a round takes no longer than seconds, and a block is long enough to have a median.
function queriesPerBlock({ rowCount, dimensions }: SearchWorkload): number {
  return Math.max(5, Math.min(200, Math.round(1e9 / (rowCount * dimensions))));
}

function timeRead(loops: MachineLoops, sizeBytes: number): number {
  const start = performance.now();
  loops.read(sizeBytes);
  return performance.now() - start;
}

/** Contenders that were asked the same give the same answer; rounding may swap two rows in a hundred. */
function assertAgrees(
  { label }: SearchContender,
  known: Map<number, readonly number[]>,
  round: number,
  nearest: readonly number[],
): void {
  const expected = known.get(round);
  if (!expected) {
    known.set(round, nearest);
    return;
  }
  const different = nearest.filter((row, i) => row !== expected[i]).length;
  if (different <= 0.02 * nearest.length + 1) return;
  throw new Error(`${label} finds another nearest row in ${different} of ${nearest.length} searches.`);
}
