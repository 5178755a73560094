import { indexContract, runContract } from '@sr/testkit';
import { describe, it } from 'vitest';
import { createWasmSimdIndex } from './index.ts';

runContract({ describe, it }, indexContract, 'wasm-simd', () => createWasmSimdIndex);
