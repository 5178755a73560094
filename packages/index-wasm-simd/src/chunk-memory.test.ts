import { loadKernels } from '@sr/simd-cosine';
import { expect, it } from 'vitest';
import { createChunkMemory } from './chunk-memory.ts';

it('has no more memory than its chunks and the work behind them take, in whole pages', async () => {
  const limitBytes = 2 ** 26;
  const chunkBytes = 48_000;
  const { memory } = await loadKernels({ limitBytes });
  const chunks = createChunkMemory({ memory, chunkBytes, leastWorkBytes: 1000, limitBytes, owner: 'test' });
  for (let count = 1; count <= 100; count++) {
    chunks.reserveChunks(count);
    expect(chunks.work).toBe(count * chunkBytes);
    expect(memory.buffer.byteLength).toBeLessThan(count * chunkBytes + 1000 + 65_536);
  }
});

it('keeps what lies in chunks when it grows', async () => {
  const limitBytes = 2 ** 22;
  const { memory } = await loadKernels({ limitBytes });
  const chunks = createChunkMemory({
    memory,
    chunkBytes: 65_536,
    leastWorkBytes: 1000,
    limitBytes,
    owner: 'test',
  });
  chunks.reserveChunks(1);
  chunks.floats[3] = 7;
  chunks.reserveChunks(40);
  expect(chunks.floats[3]).toBe(7);
  expect(chunks.addressOf(39)).toBe(39 * 65_536);
});
