import { indexContract, runContract } from '@sr/testkit';
import { describe, it } from 'vitest';
import { createWasmSimdIndex } from './index.ts';

for (const precision of ['int8+float32', 'float32', 'int8'] as const) {
  for (const simd of ['relaxed', 'plain'] as const) {
    runContract(
      { describe, it },
      indexContract,
      `wasm-simd@${precision}, ${simd} SIMD`,
      () => (settings) => createWasmSimdIndex({ ...settings, precision, simd }),
    );
  }
}
