import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { compileWasm, simdKinds } from './compile-wasm.ts';

const entries: string[] = [];
for (const simd of simdKinds) {
  const binary = await compileWasm(simd);
  const sha256 = createHash('sha256').update(binary).digest('hex');
  const base64 = Buffer.from(binary).toString('base64');
  entries.push(`  ${simd}: {
    sizeBytes: ${binary.length},
    sha256: '${sha256}',
    base64:
      '${base64}',
  },
`);
  console.log(`kernels, ${simd} SIMD: ${binary.length} bytes, sha256 ${sha256}`);
}

await writeFile(
  new URL('../src/generated/kernels-wasm.ts', import.meta.url),
  `// Written by scripts/build-wasm.ts from assembly/: run \`pnpm build:wasm\`, do not edit.

/** WebAssembly with fixed-width SIMD, plain and relaxed. */
export const kernelsWasm = {
${entries.join('')}} as const;
`,
);
