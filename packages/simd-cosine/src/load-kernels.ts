import { compileKernels, type SimdKind } from './compile-kernels.ts';
import type { Kernels } from './kernels.ts';
import type { WebAssemblyApi } from './web-assembly.ts';

export interface LoadKernelsSettings {
  /** Most bytes that `memory` may grow to: a multiple of `pageBytes`, at most 4 GiB. */
  readonly limitBytes: number;
  /** Default: `relaxed` where the host has it. */
  readonly simd?: SimdKind | undefined;
}

/** Bytes in a page, WebAssembly's unit of growth. */
export const pageBytes = 65_536;

declare const WebAssembly: WebAssemblyApi;

/**
 * Kernels with a memory of their own, of one page.
 * @throws WebAssembly.CompileError where the host has no WebAssembly SIMD, or not the kind asked for.
 */
export async function loadKernels({ limitBytes, simd }: LoadKernelsSettings): Promise<Kernels> {
  const module = await compileKernels(simd);
  const memory = new WebAssembly.Memory({ initial: 1, maximum: limitBytes / pageBytes });
  const { exports } = await WebAssembly.instantiate(module, { env: { memory } });
  return { ...(exports as Omit<Kernels, 'memory'>), memory };
}
