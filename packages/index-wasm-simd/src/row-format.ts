import {
  chunkLayout,
  float32Stride,
  int8Stride,
  pieceAddress,
  pieceStep,
  rowsPerChunk,
  type Kernels,
} from '@sr/simd-cosine';
import type { ChunkMemory } from './chunk-memory.ts';
import type { Precision } from './precision.ts';

/** What a chunk of rows takes; assembly/row-chunk.ts of @sr/simd-cosine draws it. */
export interface RowSizes {
  readonly chunkBytes: number;
  /** Of a float32 row for rescoring, which lies outside of the chunk; 0 where there are none. */
  readonly rowBytes: number;
  /** Float32 elements of a row that is handed to a `RowFormat`, zero beyond the dimensions. */
  readonly looseStride: number;
}

export function rowSizes(precision: Precision, dimensions: number): RowSizes {
  const float32Bytes = float32Stride(dimensions) * 4;
  const elementBytes = precision === 'float32' ? float32Bytes : int8Stride(dimensions);
  return {
    chunkBytes: chunkLayout.blocks + rowsPerChunk * elementBytes,
    rowBytes: precision === 'int8+float32' ? float32Bytes : 0,
    looseStride: precision === 'float32' ? float32Stride(dimensions) : int8Stride(dimensions),
  };
}

/** Moves rows between the table, where they have slots, and float32 [looseStride] at an address. */
export interface RowFormat {
  store(row: number, slot: number): void;
  /** The inverse of `store`, as far as there is one. */
  load(row: number, slot: number): void;
  /** Overwrites the row at `to` with the one at `from`; words in columns are the caller's to move. */
  move(from: number, to: number): void;
}

export interface RowFormatSettings {
  readonly precision: Precision;
  readonly kernels: Kernels;
  /** For the same `rowSizes`. */
  readonly memory: ChunkMemory;
  readonly dimensions: number;
}

export function createRowFormat(settings: RowFormatSettings): RowFormat {
  switch (settings.precision) {
    case 'float32':
      return float32Rows(settings);
    case 'int8':
      return int8Rows(settings);
    case 'int8+float32':
      return int8AndFloat32Rows(settings);
  }
}

const pieceBytes = 16;

const chunkOf = (slot: number) => Math.floor(slot / rowsPerChunk);
const positionOf = (slot: number) => slot % rowsPerChunk;

function float32Rows({ kernels, memory, dimensions }: RowFormatSettings): RowFormat {
  const rowBytes = float32Stride(dimensions) * 4;
  const pieces = rowBytes / pieceBytes;
  const addressOf = (slot: number) =>
    pieceAddress(memory.chunkAddress(chunkOf(slot)), positionOf(slot), rowBytes);
  return {
    store(row, slot) {
      kernels.copyPieces(row, pieceBytes, addressOf(slot), pieceStep, pieces);
    },
    load(row, slot) {
      kernels.copyPieces(addressOf(slot), pieceStep, row, pieceBytes, pieces);
    },
    move(from, to) {
      kernels.copyPieces(addressOf(from), pieceStep, addressOf(to), pieceStep, pieces);
    },
  };
}

function int8Rows({ kernels, memory, dimensions }: RowFormatSettings): RowFormat {
  const stride = int8Stride(dimensions);
  const pieces = stride / pieceBytes;
  const addressOf = (slot: number) =>
    pieceAddress(memory.chunkAddress(chunkOf(slot)), positionOf(slot), stride);
  return {
    store(row, slot) {
      const chunk = memory.chunkAddress(chunkOf(slot));
      kernels.storeInt8Row(row, stride, chunk, positionOf(slot), addressOf(slot));
    },
    load(row, slot) {
      const chunk = memory.chunkAddress(chunkOf(slot));
      kernels.loadInt8Row(row, stride, chunk, positionOf(slot), addressOf(slot));
    },
    move(from, to) {
      kernels.copyPieces(addressOf(from), pieceStep, addressOf(to), pieceStep, pieces);
    },
  };
}

/** The float32 rows for rescoring lie each in one piece. */
function int8AndFloat32Rows(settings: RowFormatSettings): RowFormat {
  const { kernels, memory, dimensions } = settings;
  const int8 = int8Rows(settings);
  const rowBytes = float32Stride(dimensions) * 4;
  const addressOf = (slot: number) => memory.rowsAddress(chunkOf(slot)) + positionOf(slot) * rowBytes;
  const copy = (source: number, target: number) => {
    kernels.copyPieces(source, pieceBytes, target, pieceBytes, rowBytes / pieceBytes);
  };
  return {
    store(row, slot) {
      int8.store(row, slot);
      copy(row, addressOf(slot));
    },
    load(row, slot) {
      copy(addressOf(slot), row);
    },
    move(from, to) {
      int8.move(from, to);
      copy(addressOf(from), addressOf(to));
    },
  };
}
