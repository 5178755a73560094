import { createRandom } from '../measure/random.ts';
import { median, percentile } from '../measure/percentile.ts';
import { buildPackages } from '../process/build-packages.ts';
import { atMost } from '../report/bar.ts';
import { describeVersions } from '../report/describe-versions.ts';
import type { Bench, Row } from '../report/report.ts';
import { countDisagreements } from './search/compare-with-flat.ts';
import { indexContenders } from './search/index-contenders.ts';
import { loadMachineLoops } from './search/machine-loops.ts';
import { measureMatrixProduct } from './search/matrix-product.ts';
import { measureMemory, type MemoryFigures } from './search/measure-memory.ts';
import { k, measureSize, type ContenderFigures, type SizeFigures } from './search/measure-size.ts';
import { findNativeContenders } from './search/native-contenders.ts';
import { kernelBars, memoryBars, speedBars } from './search/search-bars.ts';
import { randomWorkload, realWorkload } from './search/search-workloads.ts';

const seed = 20_260_105;
const gigabyte = 1e9;

const sizes = [
  { dimensions: 384, rowCounts: [100, 1_000, 10_000, 100_000, 1_000_000] },
  { dimensions: 768, rowCounts: [100, 1_000, 10_000, 100_000, 1_000_000] },
];
/** Of all contenders together, with the rows that they are given, and faiss's also on their way through a file. */
const bytesPerElement = 4 + 5 + 4 + 1 + 4 + 2 * 4;
const quickRowCount = 10_000;

/** Exact search: how long, how much memory, how near to what the machine can do. */
export const search: Bench = async ({ quick, say }) => {
  await buildPackages();
  const contenders = [...Object.values(indexContenders), ...(await findNativeContenders())];
  const mostRows = quick ? quickRowCount : 1_000_000;

  const real = await realWorkload();
  say(`${real.name}, ${real.rowCount} rows`);
  const loops = await loadMachineLoops(mostRows * 768);
  const figures: SizeFigures[] = [await measureSize(real, contenders, loops, seed)];
  const leftOut: string[] = [];
  for (const { dimensions, rowCounts } of sizes) {
    for (const rowCount of rowCounts.filter((count) => count <= mostRows)) {
      const size = `${rowCount} rows of ${dimensions} dimensions`;
      if (rowCount * dimensions * bytesPerElement > process.availableMemory()) {
        leftOut.push(size);
        continue;
      }
      say(`random, ${size}`);
      figures.push(
        await measureSize(randomWorkload(rowCount, dimensions, seed), contenders, loops, seed + 1),
      );
    }
  }
  say('copying memory');
  const copyGigabytesPerSecond = measureCopy(quick ? 2 ** 24 : 2 ** 28);
  say('matrix product');
  const matrix = await measureMatrixProduct(loops, seed);
  say('comparing with index-flat');
  const queryCount = quick ? 600 : 10_000;
  const disagreements = await countDisagreements(queryCount, seed);

  const memory: MemoryOfDimensions[] = [];
  for (const { dimensions } of sizes) {
    say(`memory, ${mostRows} rows of ${dimensions} dimensions`);
    const [standard, int8] = [
      await measureMemory('int8+float32', mostRows, dimensions),
      await measureMemory('int8', mostRows, dimensions),
    ];
    if (standard && int8) memory.push({ dimensions, default: standard, int8 });
  }

  return {
    protocol: [
      `One query at a time, k = ${k}, one thread; ${figures[0]!.readMs.length} rounds, in each of which every contender gets a block of the same queries, in an order drawn anew.`,
      `Real rows: embeddings of ${real.rowCount} test texts of CLINC150; queries are those of others. Random rows and queries: directions without any structure, seed ${seed}.`,
      'Contenders of Node run in this process, faiss in its own. What a contender needs beside the query is made before: hnswlib-node gets arrays, usearch the rows as they are.',
      'The read loop reads one byte per row and dimension, as the int8 scan does, from WebAssembly memory, with 128-bit loads.',
      'Memory: resident memory of a process that grows an index from one row in steps of a half, with searches between.',
      ...leftOut.map((size) => `Left out, because memory does not hold all contenders: ${size}.`),
      `Agreement: ${queryCount} queries on CLINC150 and adversarial rows; ids may differ only where similarities are within both indexes' bounds.`,
    ],
    versions: describeVersions(['@sr/index-wasm-simd', '@sr/index-flat', ...installed(contenders)]),
    rows: [
      ...figures.flatMap(sizeRows),
      { data: 'plain copy', gigabytesPerSecond: copyGigabytesPerSecond },
      ...matrix.rows,
      { data: 'multiply-add between registers', gigaflops: matrix.limitGigaflops },
      ...memory.flatMap(memoryRows),
    ],
    bars: [
      ...figures
        .filter(({ workload }) => workload.name === 'random' && workload.dimensions === 384)
        .flatMap(speedBars),
      ...kernelBars(matrix),
      atMost(`searches that index-flat answers otherwise, of ${queryCount}`, 0, disagreements),
      ...(quick ? [] : memory.flatMap(({ dimensions, ...figures }) => memoryBars(dimensions, figures))),
    ],
  };
};

interface MemoryOfDimensions {
  readonly dimensions: number;
  readonly default: MemoryFigures;
  readonly int8: MemoryFigures;
}

function sizeRows({ workload, contenders, readMs }: SizeFigures): Row[] {
  const { name: data, dimensions, rowCount } = workload;
  const bytes = rowCount * dimensions;
  return [
    ...contenders.map((figures) => ({ data, dimensions, rowCount, ...contenderRow(figures, rowCount) })),
    {
      data,
      dimensions,
      rowCount,
      contender: 'read loop, a byte per element',
      p50Us: median(readMs) * 1000,
      gigabytesPerSecond: bytes / (median(readMs) / 1000) / gigabyte,
    },
  ];
}

function contenderRow(
  { contender, buildMs, latenciesMs, rescored }: ContenderFigures,
  rowCount: number,
): Row {
  return {
    contender: contender.label,
    p50Us: percentile(latenciesMs, 50) * 1000,
    p99Us: percentile(latenciesMs, 99) * 1000,
    buildMs,
    ...(rescored !== undefined && { rescoredShare: rescored / rowCount }),
  };
}

function memoryRows({ dimensions, ...precisions }: MemoryOfDimensions): Row[] {
  return Object.entries(precisions).map(([precision, { bytesPerRow, peakRatio }]) => ({
    data: 'memory',
    dimensions,
    contender: `index-wasm-simd ${precision}`,
    bytesPerRow,
    peakRatio,
  }));
}

/** Of one typed array to another; bytes copied, each of which is read and written. */
function measureCopy(sizeBytes: number): number {
  const source = new Uint8Array(sizeBytes);
  fillRandomly(source);
  const target = new Uint8Array(sizeBytes);
  const timesMs = Array.from({ length: 10 }, () => {
    const start = performance.now();
    target.set(source);
    return performance.now() - start;
  });
  return sizeBytes / (median(timesMs) / 1000) / gigabyte;
}

function fillRandomly(bytes: Uint8Array): void {
  const random = createRandom(seed);
  for (let i = 0; i < bytes.length; i += 4096) bytes[i] = random() * 256;
}

function installed(contenders: readonly { readonly label: string }[]): string[] {
  return ['usearch', 'hnswlib-node'].filter((name) => contenders.some(({ label }) => label.startsWith(name)));
}
