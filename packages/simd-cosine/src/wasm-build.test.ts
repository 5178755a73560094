import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { compileWasm } from '../scripts/compile-wasm.ts';
import { kernelsWasm } from './generated/kernels-wasm.ts';

it('the committed binary is what its sources compile to, and what its hash and size say', async () => {
  const committed = Buffer.from(kernelsWasm.base64, 'base64');
  expect(sha256(committed)).toBe(kernelsWasm.sha256);
  expect(committed.length).toBe(kernelsWasm.sizeBytes);
  expect(sha256(await compileWasm())).toBe(kernelsWasm.sha256);
});

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
