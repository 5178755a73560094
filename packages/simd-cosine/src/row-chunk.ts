/**
 * Rows lie in chunks of this many, all of whose data is together; the layout is drawn in
 * assembly/row-chunk.ts.
 */
export const rowsPerChunk = 256;

/** Where a chunk's parts begin, in bytes from its start, which is a multiple of 16. */
export const chunkLayout = {
  /** Int32 [rowsPerChunk]. */
  ids: 0,
  /** Int32 [rowsPerChunk], none negative. */
  groups: rowsPerChunk * 4,
  /** The rows, interleaved by pieces of 16 bytes. Before them, each row has one word in each column. */
  blocks: rowsPerChunk * 20,
  columnBytes: rowsPerChunk * 4,
} as const;

/** Bytes between the pieces of a row in a chunk's blocks. */
export const pieceStep = 128;

/** Rows that are scored together, interleaved in a chunk. */
export const rowsPerBlock = 8;

const pieceBytes = 16;

/** Float32 elements that a row takes: dimensions rounded up to whole lanes. */
export function float32Stride(dimensions: number): number {
  return Math.ceil(dimensions / 4) * 4;
}

/** Int8 elements that a row takes: dimensions rounded up to a whole step of `scoreInt8`. */
export function int8Stride(dimensions: number): number {
  return Math.ceil(dimensions / 32) * 32;
}

/**
 * Address of a row's first piece.
 * @param position of the row in the chunk.
 * @param rowBytes 4 × float32Stride or int8Stride.
 */
export function pieceAddress(chunk: number, position: number, rowBytes: number): number {
  const inBlock = position % rowsPerBlock;
  return chunk + chunkLayout.blocks + (position - inBlock) * rowBytes + inBlock * pieceBytes;
}
