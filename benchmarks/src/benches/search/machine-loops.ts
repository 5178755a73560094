import asc from 'assemblyscript/asc';
import { join } from 'node:path';
import { paths } from '../../paths.ts';

/** What the machine can do, see benchmarks/assembly/loops.ts. */
export interface MachineLoops {
  /** Reads that many bytes in WebAssembly. */
  read(sizeBytes: number): void;
  /** Floating-point operations of one call of `multiplyAdd`. */
  readonly operations: number;
  multiplyAdd(): void;
}

interface Exports {
  readBytes(source: number, sizeBytes: number, target: number): void;
  multiplyAdd(count: number, target: number): void;
}

// Node has it; among TypeScript's libraries only the browser's declares it.
declare const WebAssembly: {
  readonly Memory: new (descriptor: { initial: number }) => { readonly buffer: ArrayBuffer };
  compile(binary: Uint8Array): Promise<object>;
  instantiate(module: object, imports: object): Promise<{ readonly exports: unknown }>;
};

const pageBytes = 65_536;
const stepBytes = 128;
const operationsPerCount = 80;
const count = 200_000;

/** @param mostBytes that `read` will be asked for. */
export async function loadMachineLoops(mostBytes: number): Promise<MachineLoops> {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(mostBytes / pageBytes) + 1 });
  // Pages that nobody has written are all the same page of zeros, which is always in the cache.
  new Uint8Array(memory.buffer).fill(1);
  const module = await WebAssembly.compile(await compile());
  const { exports } = await WebAssembly.instantiate(module, { env: { memory } });
  const loops = exports as Exports;
  return {
    read(sizeBytes) {
      loops.readBytes(pageBytes, Math.floor(sizeBytes / stepBytes) * stepBytes, 0);
    },
    operations: count * operationsPerCount,
    multiplyAdd() {
      loops.multiplyAdd(count, 0);
    },
  };
}

async function compile(): Promise<Uint8Array> {
  let binary: Uint8Array | undefined;
  const options =
    '-O3 --runtime stub --noAssert --enable simd --enable relaxed-simd --importMemory --noExportMemory';
  const files = ['--baseDir', join(paths.built, '..'), '--outFile', 'loops.wasm'];
  const { error } = await asc.main(['assembly/loops.ts', ...options.split(' '), ...files], {
    stderr: process.stderr,
    writeFile(_name, contents) {
      if (typeof contents !== 'string') binary = contents;
    },
  });
  if (error || !binary) throw new Error('asc refused assembly/loops.ts', { cause: error });
  return binary;
}
