import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { compileWasm, simdKinds } from '../scripts/compile-wasm.ts';
import { kernelsWasm } from './generated/kernels-wasm.ts';

it.each(simdKinds)(
  'the committed binary for %s SIMD is what its sources compile to, and what its hash and size say',
  async (simd) => {
    const { base64, sha256, sizeBytes } = kernelsWasm[simd];
    const committed = Buffer.from(base64, 'base64');
    expect(hashOf(committed)).toBe(sha256);
    expect(committed.length).toBe(sizeBytes);
    expect(hashOf(await compileWasm(simd))).toBe(sha256);
  },
  60_000, // the compiler is slow where others compute, and this is no test of its speed
);

it.each(simdKinds)('the binary for %s SIMD takes at most 16 KiB', (simd) => {
  expect(kernelsWasm[simd].sizeBytes).toBeLessThanOrEqual(16_384);
});

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
