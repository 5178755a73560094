import type { VectorIndex } from '@sr/core';
import { createFlatIndex } from '@sr/index-flat';
import { createWasmSimdIndex } from '@sr/index-wasm-simd';
import { createRandom, type Random } from '../../measure/random.ts';
import { k } from './measure-size.ts';
import { fillWithDirections, realWorkload } from './search-workloads.ts';

interface Comparison {
  readonly rows: Float32Array;
  readonly dimensions: number;
  readonly drawQuery: (random: Random) => Float32Array;
}

const groupCount = 50;

/**
 * Searches that give other rows than index-flat, or similarities beyond both bounds. Rows whose
 * similarities are within the bounds of each other may change places; equal rows may not.
 */
export async function countDisagreements(queryCount: number, seed: number): Promise<number> {
  const random = createRandom(seed);
  const comparisons = [await realWorkload(), ...adversarialRows(random)];
  let disagreements = 0;
  for (const { rows, dimensions, drawQuery } of comparisons) {
    const indexes = [createFlatIndex({ dimensions }), await createWasmSimdIndex({ dimensions })] as const;
    const groups = Int32Array.from({ length: rows.length / dimensions }, (_, i) => i % groupCount);
    for (const index of indexes) index.add(rows, groups);
    for (let i = 0; i < queryCount / comparisons.length; i++) {
      if (!agree(...indexes, drawQuery(random))) disagreements++;
    }
  }
  return disagreements;
}

function agree(flat: VectorIndex, wasm: VectorIndex, query: Float32Array): boolean {
  const tolerance = flat.supports.similarityError + wasm.supports.similarityError;
  const isClose = (a: number, b: number) => a === b || Math.abs(a - b) <= tolerance;
  const expected = flat.search(query, k);
  const actual = wasm.search(query, k);
  const bestExpected = flat.bestPerGroup(query, groupCount);
  const bestActual = wasm.bestPerGroup(query, groupCount);
  return (
    actual.counts[0] === expected.counts[0] &&
    actual.similarities.every((similarity, rank) => isClose(similarity, expected.similarities[rank]!)) &&
    actual.ids.every((id, rank) => id === expected.ids[rank] || isNearTie(actual, rank)) &&
    bestActual.every((similarity, group) => isClose(similarity, bestExpected[group]!))
  );

  /** Whether the row has a neighbour in rank that is as near as rounding can tell, and not exactly as near. */
  function isNearTie({ similarities }: { similarities: Float32Array }, rank: number): boolean {
    const similarity = similarities[rank]!;
    const neighbours = [similarities[rank - 1], similarities[rank + 1], expected.similarities[k - 1]];
    return neighbours.some((other) => other !== undefined && isClose(similarity, other));
  }
}

/** Near duplicates, exact duplicates, one large element, corners of a cube. */
function adversarialRows(random: Random): Comparison[] {
  const dimensions = 384;
  const rowCount = 1000;
  const elements = rowCount * dimensions;
  const directions = new Float32Array(elements);
  fillWithDirections(directions, dimensions, random);
  const drawQuery = () => {
    const query = new Float32Array(dimensions);
    fillWithDirections(query, dimensions, random);
    return query;
  };
  const drawNear = (rows: Float32Array) => () => {
    const start = Math.floor(random() * rowCount) * dimensions;
    return rows.slice(start, start + dimensions);
  };
  const nearDuplicates = directions.map((element, i) => directions[i % dimensions]! + 1e-4 * element);
  const duplicates = directions.map((_, i) => directions[i % (7 * dimensions)]!);
  const oneLarge = directions.map((element, i) => (i % dimensions === 0 ? 1 : element / 10));
  const corners = directions.map(() => (random() < 0.5 ? -1 : 1));
  return [
    { rows: directions, dimensions, drawQuery },
    { rows: duplicates, dimensions, drawQuery },
    { rows: nearDuplicates, dimensions, drawQuery: drawNear(nearDuplicates) },
    { rows: oneLarge, dimensions, drawQuery: drawNear(oneLarge) },
    { rows: corners, dimensions, drawQuery: drawNear(corners) },
  ];
}
