import { createRandom, type Random } from '../../measure/random.ts';
import { readReferenceRows } from '../../workloads/reference-rows.ts';
import type { SearchWorkload } from './contender.ts';

/** Rows in directions that have nothing to do with each other, and queries as well. */
export function randomWorkload(rowCount: number, dimensions: number, seed: number): SearchWorkload {
  const rows = new Float32Array(rowCount * dimensions);
  fillWithDirections(rows, dimensions, createRandom(seed));
  const drawQuery = (random: Random) => {
    const query = new Float32Array(dimensions);
    fillWithDirections(query, dimensions, random);
    return query;
  };
  return { name: 'random', dimensions, rowCount, rows, drawQuery };
}

/** Embeddings of the test texts of CLINC150: four fifths are rows, the others queries. */
export async function realWorkload(): Promise<SearchWorkload> {
  const embeddings = await readReferenceRows('clinc150');
  const dimensions = embeddings[0]!.length;
  // The file is ordered by route, and out-of-scope texts come last.
  const indexed = embeddings.filter((_, i) => i % 5 !== 0);
  const asked = embeddings.filter((_, i) => i % 5 === 0);
  const rows = new Float32Array(indexed.length * dimensions);
  for (const [i, row] of indexed.entries()) rows.set(toUnit(row), i * dimensions);
  return {
    name: 'CLINC150',
    dimensions,
    rowCount: indexed.length,
    rows,
    drawQuery: (random) => toUnit(asked[Math.floor(random() * asked.length)]!),
  };
}

/** Uniform in a cube is not uniform on a sphere, but in hundreds of dimensions nobody can tell. */
export function fillWithDirections(rows: Float32Array, dimensions: number, random: Random): void {
  for (let start = 0; start < rows.length; start += dimensions) {
    let squares = 0;
    for (let i = start; i < start + dimensions; i++) {
      rows[i] = random() - 0.5;
      squares += rows[i]! ** 2;
    }
    const norm = Math.sqrt(squares);
    for (let i = start; i < start + dimensions; i++) rows[i]! /= norm;
  }
}

function toUnit(row: Float32Array): Float32Array {
  const norm = Math.hypot(...row);
  return row.map((element) => element / norm);
}
