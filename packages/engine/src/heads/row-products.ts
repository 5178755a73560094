import { createWasmSimdIndex } from '@sr/index-wasm-simd';

/** @returns the dot product of a unit row with each vector, shape [N]; a fresh array. */
export type RowProducts = (row: Float32Array) => Float32Array;

/**
 * Many products with the same vectors, in WebAssembly. An index in which each vector is a group of its own
 * gives the cosine with each; a cosine times the vector's length is the product.
 * @param vectors float32, row-major, shape [N, D]; copied.
 */
export async function createRowProducts(vectors: Float32Array, dimensions: number): Promise<RowProducts> {
  const lengths = vectorLengths(vectors, dimensions);
  const index = await createWasmSimdIndex({ dimensions, precision: 'float32' });
  index.add(withDirection(vectors, lengths, dimensions), Int32Array.from(lengths.keys()));
  return (row) => {
    const products = index.bestPerGroup(row, lengths.length);
    for (let i = 0; i < products.length; i++) products[i]! *= lengths[i]!;
    return products;
  };
}

function vectorLengths(vectors: Float32Array, dimensions: number): Float64Array {
  const lengths = new Float64Array(vectors.length / dimensions);
  for (let i = 0; i < vectors.length; i++) lengths[Math.floor(i / dimensions)]! += vectors[i]! ** 2;
  return lengths.map(Math.sqrt);
}

/** A vector of length 0 has no direction; any does, as its products are 0 in the end. */
function withDirection(vectors: Float32Array, lengths: Float64Array, dimensions: number): Float32Array {
  if (lengths.every((length) => length > 0)) return vectors;
  const directed = vectors.slice();
  lengths.forEach((length, i) => {
    if (length === 0) directed[i * dimensions] = 1;
  });
  return directed;
}
