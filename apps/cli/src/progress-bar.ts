import type { CliIo } from './cli-io.ts';

export interface ProgressBar {
  update(done: number, total: number): void;
  /** Removes the bar, where there is one. */
  clear(): void;
}

/** Below this nobody needs to be told that work goes on. */
const silentMs = 1000;
const cells = 24;

/** A bar on stderr for work that takes longer than a second; none where stderr is not a terminal. */
export function createProgressBar(
  title: string,
  { stderr, now }: Pick<CliIo, 'stderr' | 'now'>,
): ProgressBar {
  const startMs = now();
  let isShown = false;
  return {
    update(done, total) {
      if (!stderr.isTTY || now() - startMs < silentMs) return;
      isShown = true;
      const filled = Math.round((done / total) * cells);
      stderr.write(`\r${title} ${'█'.repeat(filled)}${'░'.repeat(cells - filled)} ${done}/${total}`);
    },
    clear() {
      if (isShown) stderr.write('\r\x1b[K'); // back to the first column, erase the line
    },
  };
}
