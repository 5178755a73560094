import { loadMatrixKernels } from '@sr/simd-cosine';
import { median } from '../../measure/percentile.ts';
import { createRandom } from '../../measure/random.ts';
import type { Row } from '../../report/report.ts';
import type { MachineLoops } from './machine-loops.ts';

/** What fitting a head on CLINC150 multiplies: logits, their gradient, similarities of examples. */
const shapes = [
  [1500, 384, 150],
  [384, 1500, 150],
  [256, 384, 15_000],
] as const;
const rounds = 30;
const operationsPerGigaflop = 1e9;

export interface MatrixFigures {
  readonly rows: readonly Row[];
  /** Of the first shape. */
  readonly gigaflops: number;
  /** Of a loop between registers. */
  readonly limitGigaflops: number;
}

/** Products and a loop between registers, in turn. */
export async function measureMatrixProduct(loops: MachineLoops, seed: number): Promise<MatrixFigures> {
  const { multiply } = await loadMatrixKernels();
  const random = createRandom(seed);
  const draw = (length: number) => Float32Array.from({ length }, () => random() - 0.5);
  const products = shapes.map(([m, k, n]) => ({
    m,
    k,
    n,
    a: draw(m * k),
    b: draw(k * n),
    times: [] as number[],
  }));
  const limitTimes: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const { m, k, n, a, b, times } of products) times.push(timed(() => multiply(a, b, m, k, n)));
    limitTimes.push(
      timed(() => {
        loops.multiplyAdd();
      }),
    );
  }
  const gigaflops = products.map(({ m, k, n, times }) => rate(2 * m * k * n, times));
  return {
    rows: products.map(({ m, k, n }, i) => ({
      data: `matrix product ${m} × ${k} × ${n}`,
      gigaflops: gigaflops[i]!,
    })),
    gigaflops: gigaflops[0]!,
    limitGigaflops: rate(loops.operations, limitTimes),
  };
}

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

// The first rounds run before the engine has compiled its best code.
function rate(operations: number, timesMs: readonly number[]): number {
  return operations / (median(timesMs.slice(5)) / 1000) / operationsPerGigaflop;
}
