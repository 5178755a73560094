export type { SimdKind } from './compile-kernels.ts';
export type {
  GroupKernels,
  Kernels,
  MatrixPanelKernels,
  RescoreKernels,
  RowKernels,
  ScoreKernels,
} from './kernels.ts';
export { loadKernels, pageBytes, type LoadKernelsSettings } from './load-kernels.ts';
export { loadMatrixKernels, type LoadMatrixKernelsSettings, type MatrixKernels } from './matrix-kernels.ts';
export {
  chunkLayout,
  float32Stride,
  int8Stride,
  pieceAddress,
  pieceStep,
  rowsPerBlock,
  rowsPerChunk,
} from './row-chunk.ts';
export type { WasmMemory } from './web-assembly.ts';
