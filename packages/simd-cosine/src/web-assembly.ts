/**
 * The part of the WebAssembly API that is used here. Every platform has it, but among TypeScript's
 * libraries only the browser's declares it, which Node programs do not load.
 */
export interface WebAssemblyApi {
  readonly Memory: new (descriptor: { initial: number; maximum: number }) => WasmMemory;
  validate(binary: Uint8Array): boolean;
  compile(binary: Uint8Array): Promise<WasmModule>;
  instantiate(
    module: WasmModule,
    imports: { readonly env: { readonly memory: WasmMemory } },
  ): Promise<{ readonly exports: unknown }>;
}

/** A compiled module. */
export type WasmModule = object;

/** Linear memory, in pages of 65,536 bytes. */
export interface WasmMemory {
  /** Replaced by a growth: views of the old buffer then have length 0. */
  readonly buffer: ArrayBuffer;
  /** @throws RangeError beyond the maximum, or where the host has no more memory. */
  grow(pages: number): number;
}
