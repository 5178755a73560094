import { loadKernels, rowsPerChunk } from '@sr/simd-cosine';
import { describe, expect, it } from 'vitest';
import { createChunkMemory } from './chunk-memory.ts';

const chunkBytes = 48_000;
const rowBytes = 64;
const allBytes = chunkBytes + rowBytes * rowsPerChunk;

async function open(limitBytes: number) {
  const { memory } = await loadKernels({ limitBytes });
  const settings = { chunkBytes, rowBytes, leastWorkBytes: 1000, limitBytes, owner: 'test' };
  return { memory, chunks: createChunkMemory({ memory, ...settings }) };
}

describe('chunk memory', () => {
  it('has at most 16 chunks beyond those asked for, and never more than twice as many', async () => {
    const { memory, chunks } = await open(2 ** 26);
    for (let count = 1; count <= 200; count++) {
      chunks.reserveChunks(count);
      const mostChunks = Math.min(count + 16, Math.max(1, 2 * count));
      expect(chunks.work).toBeGreaterThanOrEqual(count * allBytes);
      expect(chunks.work).toBeLessThanOrEqual(mostChunks * allBytes);
      expect(memory.buffer.byteLength).toBeLessThan(chunks.work + 1000 + 65_536);
    }
  });

  it.each([[1, 1, 1, 1], [3, 40, 41], [200]])(
    'gives every chunk and its rows a place of their own',
    async (...counts) => {
      const { chunks } = await open(2 ** 26);
      for (const count of counts) chunks.reserveChunks(count);
      const places = Array.from({ length: counts.at(-1)! }, (_, i) => [
        { start: chunks.chunkAddress(i), size: chunkBytes },
        { start: chunks.rowsAddress(i), size: rowBytes * rowsPerChunk },
      ]);
      let end = 0;
      for (const { start, size } of places.flat().sort((a, b) => a.start - b.start)) {
        expect(start).toBeGreaterThanOrEqual(end);
        end = start + size;
      }
      expect(end).toBeLessThanOrEqual(chunks.work);
    },
  );

  it('lets chunks of a segment lie side by side', async () => {
    const { chunks } = await open(2 ** 26);
    chunks.reserveChunks(32);
    for (let i = 1; i < 16; i++) expect(chunks.chunkAddress(i)).toBe(i * chunkBytes);
    expect(chunks.chunkAddress(16)).toBe(16 * allBytes);
  });

  it('keeps what lies in chunks, and where they are, when it grows', async () => {
    const { chunks } = await open(2 ** 23);
    chunks.reserveChunks(2);
    const places = [chunks.chunkAddress(1), chunks.rowsAddress(1)];
    for (const place of places) chunks.floats[place / 4] = place;
    chunks.reserveChunks(100);
    expect([chunks.chunkAddress(1), chunks.rowsAddress(1)]).toEqual(places);
    for (const place of places) expect(chunks.floats[place / 4]).toBe(place);
  });

  it('asks for no more than is needed where memory ends', async () => {
    const { chunks } = await open(2 ** 20); // 16.3 chunks
    chunks.reserveChunks(15);
    chunks.reserveChunks(16);
    expect(() => {
      chunks.reserveChunks(17);
    }).toThrow(expect.objectContaining({ code: 'SR_INDEX_FULL' }) as Error);
    expect(chunks.work).toBe(16 * allBytes);
  });
});
