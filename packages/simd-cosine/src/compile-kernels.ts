import { kernelsWasm } from './generated/kernels-wasm.ts';
import type { WasmModule, WebAssemblyApi } from './web-assembly.ts';

/**
 * Which of the two binaries: `plain` runs wherever there is WebAssembly SIMD; `relaxed` is faster, and
 * its float32 products may round differently from processor to processor.
 */
export type SimdKind = 'plain' | 'relaxed';

declare const WebAssembly: WebAssemblyApi;

// Compiled once; an instance takes microseconds.
const compiled = new Map<SimdKind, Promise<WasmModule>>();

/** @param simd default: `relaxed` where the host has it. */
export function compileKernels(simd: SimdKind = fastestSimd()): Promise<WasmModule> {
  let module = compiled.get(simd);
  if (!module) {
    module = WebAssembly.compile(decodeBase64(kernelsWasm[simd].base64));
    compiled.set(simd, module);
  }
  return module;
}

let hasRelaxed: boolean | undefined;

function fastestSimd(): SimdKind {
  hasRelaxed ??= WebAssembly.validate(decodeBase64(kernelsWasm.relaxed.base64));
  return hasRelaxed ? 'relaxed' : 'plain';
}

function decodeBase64(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
