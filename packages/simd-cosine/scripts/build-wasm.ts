import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { compileWasm } from './compile-wasm.ts';

const binary = await compileWasm();
const sha256 = createHash('sha256').update(binary).digest('hex');
const base64 = Buffer.from(binary).toString('base64');

await writeFile(
  new URL('../src/generated/kernels-wasm.ts', import.meta.url),
  `// Written by scripts/build-wasm.ts from assembly/: run \`pnpm build:wasm\`, do not edit.

/** WebAssembly with fixed-width SIMD. */
export const kernelsWasm = {
  sizeBytes: ${binary.length},
  sha256: '${sha256}',
  base64:
    '${base64}',
} as const;
`,
);
console.log(`kernels: ${binary.length} bytes, sha256 ${sha256}`);
