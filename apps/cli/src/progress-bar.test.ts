import { describe, expect, it } from 'vitest';
import type { OutputStream } from './cli-io.ts';
import { createProgressBar } from './progress-bar.ts';

function barAt(times: number[], isTTY: boolean): string {
  let written = '';
  const stderr = { isTTY, write: (text: string) => Boolean((written += text)) } as unknown as OutputStream;
  const bar = createProgressBar('Encoding', { stderr, now: () => times.shift()! });
  bar.update(1, 4);
  bar.update(2, 4);
  bar.clear();
  return written;
}

describe('createProgressBar', () => {
  it('appears after a second, and leaves nothing behind', () => {
    expect(barAt([0, 999, 1000], true)).toBe(`\rEncoding ${'█'.repeat(12)}${'░'.repeat(12)} 2/4\r\x1b[K`);
  });

  it('stays away where work takes less, or where stderr is no terminal', () => {
    expect(barAt([0, 500, 999], true)).toBe('');
    expect(barAt([0, 2000, 3000], false)).toBe('');
  });
});
