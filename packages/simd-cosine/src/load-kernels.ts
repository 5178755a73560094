import { kernelsWasm } from './generated/kernels-wasm.ts';
import type { Kernels } from './kernels.ts';
import type { WasmModule, WebAssemblyApi } from './web-assembly.ts';

export interface LoadKernelsSettings {
  /** Most bytes that `memory` may grow to: a multiple of `pageBytes`, at most 4 GiB. */
  readonly limitBytes: number;
}

/** Bytes in a page, WebAssembly's unit of growth. */
export const pageBytes = 65_536;

declare const WebAssembly: WebAssemblyApi;

// Compiled once; an instance takes microseconds.
let compiled: Promise<WasmModule> | undefined;

/**
 * Kernels with a memory of their own, of one page.
 * @throws WebAssembly.CompileError where the host has no WebAssembly SIMD.
 */
export async function loadKernels({ limitBytes }: LoadKernelsSettings): Promise<Kernels> {
  compiled ??= WebAssembly.compile(decodeBase64(kernelsWasm.base64));
  const memory = new WebAssembly.Memory({ initial: 1, maximum: limitBytes / pageBytes });
  const { exports } = await WebAssembly.instantiate(await compiled, { env: { memory } });
  return { ...(exports as Omit<Kernels, 'memory'>), memory };
}

function decodeBase64(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
