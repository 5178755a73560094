import {
  chunkLayout,
  float32Stride,
  int8Stride,
  pieceAddress,
  pieceStep,
  rowsPerChunk,
  type Kernels,
} from '@sr/simd-cosine';
import type { Precision } from './precision.ts';

/** How rows lie in a chunk, behind what every chunk has: see assembly/row-chunk.ts of @sr/simd-cosine. */
export interface RowFormat {
  readonly chunkBytes: number;
  /** Float32 elements of a row outside of a chunk, zero beyond the dimensions. */
  readonly looseStride: number;
  /** @param row address of float32 [looseStride]; written to `position` of the chunk. */
  store(row: number, chunk: number, position: number): void;
  /** The inverse of `store`, as far as there is one. */
  load(row: number, chunk: number, position: number): void;
  /** Overwrites the row at `to` with the one at `from`; words in columns are the caller's to move. */
  move(fromChunk: number, from: number, toChunk: number, to: number): void;
}

export function createRowFormat(precision: Precision, kernels: Kernels, dimensions: number): RowFormat {
  switch (precision) {
    case 'float32':
      return float32Rows(kernels, dimensions);
    case 'int8':
      return int8Rows(kernels, dimensions);
    case 'int8+float32':
      return int8AndFloat32Rows(kernels, dimensions);
  }
}

const pieceBytes = 16;

function float32Rows(kernels: Kernels, dimensions: number): RowFormat {
  const stride = float32Stride(dimensions);
  const rowBytes = stride * 4;
  const pieces = rowBytes / pieceBytes;
  return {
    chunkBytes: chunkLayout.blocks + rowsPerChunk * rowBytes,
    looseStride: stride,
    store(row, chunk, position) {
      kernels.copyPieces(row, pieceBytes, pieceAddress(chunk, position, rowBytes), pieceStep, pieces);
    },
    load(row, chunk, position) {
      kernels.copyPieces(pieceAddress(chunk, position, rowBytes), pieceStep, row, pieceBytes, pieces);
    },
    move(fromChunk, from, toChunk, to) {
      const source = pieceAddress(fromChunk, from, rowBytes);
      kernels.copyPieces(source, pieceStep, pieceAddress(toChunk, to, rowBytes), pieceStep, pieces);
    },
  };
}

function int8Rows(kernels: Kernels, dimensions: number): RowFormat {
  const stride = int8Stride(dimensions);
  const pieces = stride / pieceBytes;
  return {
    chunkBytes: chunkLayout.blocks + rowsPerChunk * stride,
    looseStride: stride,
    store(row, chunk, position) {
      kernels.storeInt8Row(row, stride, chunk, position, pieceAddress(chunk, position, stride));
    },
    load(row, chunk, position) {
      kernels.loadInt8Row(row, stride, chunk, position, pieceAddress(chunk, position, stride));
    },
    move(fromChunk, from, toChunk, to) {
      const source = pieceAddress(fromChunk, from, stride);
      kernels.copyPieces(source, pieceStep, pieceAddress(toChunk, to, stride), pieceStep, pieces);
    },
  };
}

/** Behind the int8 blocks lie the rows as they were: float32 [rowsPerChunk, float32Stride], each in one piece. */
function int8AndFloat32Rows(kernels: Kernels, dimensions: number): RowFormat {
  const int8 = int8Rows(kernels, dimensions);
  const rowBytes = float32Stride(dimensions) * 4;
  const pieces = rowBytes / pieceBytes;
  const addressOf = (chunk: number, position: number) => chunk + int8.chunkBytes + position * rowBytes;
  const copy = (source: number, target: number) => {
    kernels.copyPieces(source, pieceBytes, target, pieceBytes, pieces);
  };
  return {
    chunkBytes: int8.chunkBytes + rowsPerChunk * rowBytes,
    looseStride: int8.looseStride,
    store(row, chunk, position) {
      int8.store(row, chunk, position);
      copy(row, addressOf(chunk, position));
    },
    load(row, chunk, position) {
      copy(addressOf(chunk, position), row);
    },
    move(fromChunk, from, toChunk, to) {
      int8.move(fromChunk, from, toChunk, to);
      copy(addressOf(fromChunk, from), addressOf(toChunk, to));
    },
  };
}
