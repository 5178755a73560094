import { loadKernels } from '@sr/simd-cosine';
import { expect, it } from 'vitest';
import { createTableMemory } from './table-memory.ts';

it('a row takes 12 bytes beside its floats, and at most an eighth is idle', async () => {
  const limitBytes = 2 ** 30;
  const { memory } = await loadKernels({ limitBytes });
  const table = createTableMemory({ memory, dimensions: 384, limitBytes, owner: 'test' });
  for (let count = 1; count <= 10_000; count += 5) {
    table.reserveRows(count);
    const usedBytes = count * (384 * 4 + 12);
    const slackBytes = 8 * (384 * 4 + 12) + 65_536; // a block that is not full, a page that is not full
    expect(memory.buffer.byteLength).toBeLessThanOrEqual(usedBytes * 1.125 + slackBytes);
  }
});
