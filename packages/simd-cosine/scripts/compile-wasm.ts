import asc from 'assemblyscript/asc';
import { dirname } from 'node:path';

export const simdKinds = ['plain', 'relaxed'] as const;

const options = '-O3 --runtime stub --noAssert --enable simd --importMemory --noExportMemory'.split(' ');
const simdOptions = { plain: [], relaxed: ['--enable', 'relaxed-simd'] };
const packageFolder = dirname(import.meta.dirname);

/** Compiles the kernels; the same sources and compiler give the same bytes. */
export async function compileWasm(simd: (typeof simdKinds)[number]): Promise<Uint8Array> {
  let binary: Uint8Array | undefined;
  const output = ['--baseDir', packageFolder, '--outFile', 'kernels.wasm'];
  const { error } = await asc.main(['assembly/index.ts', ...options, ...simdOptions[simd], ...output], {
    stderr: process.stderr,
    writeFile(_name, contents) {
      if (typeof contents !== 'string') binary = contents;
    },
  });
  if (error) throw new Error(`asc refused the kernels for ${simd} SIMD`, { cause: error });
  if (!binary) throw new Error(`asc wrote no binary for ${simd} SIMD`);
  return binary;
}
