import type { Case } from '@sr/config';
import { decideCases, type JudgedCase, type Router } from '@sr/engine';
import type { CliIo } from './cli-io.ts';
import { createProgressBar } from './progress-bar.ts';

/** Decides labelled cases under a progress bar. */
export async function decideWithProgress(
  router: Router,
  cases: readonly Case[],
  io: CliIo,
): Promise<JudgedCase[]> {
  const progress = createProgressBar('Deciding cases', io);
  try {
    return await decideCases(router, cases, {
      signal: io.signal,
      onProgress: ({ decided, total }) => {
        progress.update(decided, total);
      },
    });
  } finally {
    progress.clear();
  }
}
