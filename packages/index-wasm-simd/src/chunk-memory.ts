import { SrError } from '@sr/core';
import { pageBytes, rowsPerChunk, type WasmMemory } from '@sr/simd-cosine';

/**
 * WebAssembly memory that holds chunks of rows, from address 0, and behind them the work of the call that
 * runs. New chunks take the place of that work: nothing ever moves. Chunks lie in segments of up to
 * `mostChunks`, so that what a scan reads is side by side, and what it does not read, the rows for
 * rescoring, interrupts it rarely:
 *
 *   segment  chunks  chunkBytes [count]
 *            rows    rowBytes × rowsPerChunk [count], where there are such
 */
export interface ChunkMemory {
  /** All of the memory; made anew when it grows, so it is not to be kept over a reservation. */
  readonly floats: Float32Array;
  /** The same bytes as integers. */
  readonly integers: Int32Array;
  /** Address of the work area, behind the segments. */
  readonly work: number;
  chunkAddress(chunk: number): number;
  /** Address of the rows for rescoring that belong to a chunk. */
  rowsAddress(chunk: number): number;
  /** Makes room for that many chunks. @throws SR_INDEX_FULL, having changed nothing. */
  reserveChunks(count: number): void;
  /** Makes room for that many bytes from `work` on. @throws SR_INDEX_FULL, having changed nothing. */
  reserveWork(sizeBytes: number): void;
}

export interface ChunkMemorySettings {
  readonly memory: WasmMemory;
  /** A multiple of 16. */
  readonly chunkBytes: number;
  /** Of a row for rescoring, a multiple of 16; 0 where there are none. */
  readonly rowBytes: number;
  /** Size of the work area that there always is. */
  readonly leastWorkBytes: number;
  /** The most that `memory` can grow to. */
  readonly limitBytes: number;
  /** Who asks, for messages. */
  readonly owner: string;
}

interface Segment {
  readonly address: number;
  readonly firstChunk: number;
  readonly chunkCount: number;
}

/** A scan that jumps every 4,096 rows loses 2 % to it; one that jumps every 256 rows, a quarter. */
const mostChunks = 16;

export function createChunkMemory(settings: ChunkMemorySettings): ChunkMemory {
  const { memory, chunkBytes, rowBytes, leastWorkBytes, limitBytes, owner } = settings;
  const rowsBytes = rowBytes * rowsPerChunk;
  /** The segment of each chunk. */
  const segmentOf: Segment[] = [];
  let work = 0;
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

  /** At least `missing`; more, up to as many as there are, where memory allows it. */
  function chunksToAdd(missing: number): number {
    const generous = Math.max(missing, Math.min(segmentOf.length, mostChunks));
    const fits = work + generous * (chunkBytes + rowsBytes) + leastWorkBytes <= limitBytes;
    return fits ? generous : missing;
  }

  function addSegments(chunkCount: number): void {
    for (let left = chunkCount; left > 0; left -= mostChunks) {
      const segment = {
        address: work,
        firstChunk: segmentOf.length,
        chunkCount: Math.min(left, mostChunks),
      };
      for (let i = 0; i < segment.chunkCount; i++) segmentOf.push(segment);
      work += segment.chunkCount * (chunkBytes + rowsBytes);
    }
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
      return work;
    },
    chunkAddress(chunk) {
      const { address, firstChunk } = segmentOf[chunk]!;
      return address + (chunk - firstChunk) * chunkBytes;
    },
    rowsAddress(chunk) {
      const { address, firstChunk, chunkCount } = segmentOf[chunk]!;
      return address + chunkCount * chunkBytes + (chunk - firstChunk) * rowsBytes;
    },
    reserveChunks(count) {
      const missing = count - segmentOf.length;
      if (missing <= 0) return;
      const added = chunksToAdd(missing);
      reserveBytes(work + added * (chunkBytes + rowsBytes) + leastWorkBytes);
      addSegments(added);
    },
    reserveWork(sizeBytes) {
      reserveBytes(work + sizeBytes);
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
