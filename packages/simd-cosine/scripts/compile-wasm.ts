import asc from 'assemblyscript/asc';
import { dirname } from 'node:path';

const options = '-O3 --runtime stub --noAssert --enable simd --importMemory --noExportMemory'.split(' ');
const packageFolder = dirname(import.meta.dirname);

/** Compiles the kernels; the same sources and compiler give the same bytes. */
export async function compileWasm(): Promise<Uint8Array> {
  let binary: Uint8Array | undefined;
  const { error } = await asc.main(
    ['assembly/index.ts', ...options, '--baseDir', packageFolder, '--outFile', 'kernels.wasm'],
    {
      stderr: process.stderr,
      writeFile(_name, contents) {
        if (typeof contents !== 'string') binary = contents;
      },
    },
  );
  if (error) throw new Error('asc refused the kernels', { cause: error });
  if (!binary) throw new Error('asc wrote no binary');
  return binary;
}
