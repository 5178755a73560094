import { SrError } from '@sr/core';
import { pageBytes, type WasmMemory } from '@sr/simd-cosine';

/**
 * WebAssembly memory that holds chunks of rows, one after the other from address 0, and behind them the
 * work of the call that runs. A new chunk takes the place of that work: nothing ever moves.
 */
export interface ChunkMemory {
  /** All of the memory; made anew when it grows, so it is not to be kept over a reservation. */
  readonly floats: Float32Array;
  /** The same bytes as integers. */
  readonly integers: Int32Array;
  /** Address of the work area, behind the chunks. */
  readonly work: number;
  addressOf(chunk: number): number;
  /** Makes room for that many chunks. @throws SR_INDEX_FULL, having changed nothing. */
  reserveChunks(count: number): void;
  /** Makes room for that many bytes from `work` on. @throws SR_INDEX_FULL, having changed nothing. */
  reserveWork(sizeBytes: number): void;
}

export interface ChunkMemorySettings {
  readonly memory: WasmMemory;
  /** A multiple of 16. */
  readonly chunkBytes: number;
  /** Size of the work area that there always is. */
  readonly leastWorkBytes: number;
  /** The most that `memory` can grow to. */
  readonly limitBytes: number;
  /** Who asks, for messages. */
  readonly owner: string;
}

export function createChunkMemory(settings: ChunkMemorySettings): ChunkMemory {
  const { memory, chunkBytes, leastWorkBytes, limitBytes, owner } = settings;
  let chunkCount = 0;
  let floats = new Float32Array(memory.buffer);
  let integers = new Int32Array(memory.buffer);

  function reserveBytes(neededBytes: number): void {
    const missingBytes = neededBytes - memory.buffer.byteLength;
    if (missingBytes <= 0) return;
    try {
      memory.grow(Math.ceil(missingBytes / pageBytes));
    } catch (cause) {
      throw indexFull(owner, limitBytes, neededBytes, { cause });
    }
    floats = new Float32Array(memory.buffer);
    integers = new Int32Array(memory.buffer);
  }

  reserveBytes(leastWorkBytes);
  return {
    get floats() {
      return floats;
    },
    get integers() {
      return integers;
    },
    get work() {
      return chunkCount * chunkBytes;
    },
    addressOf: (chunk) => chunk * chunkBytes,
    reserveChunks(count) {
      if (count <= chunkCount) return;
      reserveBytes(count * chunkBytes + leastWorkBytes);
      chunkCount = count;
    },
    reserveWork(sizeBytes) {
      reserveBytes(chunkCount * chunkBytes + sizeBytes);
    },
  };
}

function indexFull(owner: string, limitBytes: number, neededBytes: number, options: ErrorOptions): SrError {
  return new SrError(
    'SR_INDEX_FULL',
    `${owner} needs ${neededBytes} bytes of memory and may have ${limitBytes}; spread the rows over several indexes.`,
    { limitBytes, neededBytes },
    options,
  );
}
