export { createWasmSimdIndex, type WasmSimdIndexSettings } from './wasm-simd-index.ts';
