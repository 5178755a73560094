export type { SimdKind } from '@sr/simd-cosine';
export type { Precision } from './precision.ts';
export { createWasmSimdIndex, type WasmSimdIndexSettings } from './wasm-simd-index.ts';
