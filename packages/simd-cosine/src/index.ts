export type { SimdKind } from './compile-kernels.ts';
export type { Kernels } from './kernels.ts';
export { loadKernels, pageBytes, type LoadKernelsSettings } from './load-kernels.ts';
export { loadMatrixKernels, type LoadMatrixKernelsSettings, type MatrixKernels } from './matrix-kernels.ts';
export { loadRow, moveRow, rowsPerBlock, storeRow, strideOf } from './row-blocks.ts';
export type { WasmMemory } from './web-assembly.ts';
