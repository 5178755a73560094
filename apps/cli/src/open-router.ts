import { assembleRouter, type AssembledRouter, type RouterConfig } from '@sr/config';
import type { CliIo } from './cli-io.ts';
import { createProgressBar } from './progress-bar.ts';
import { readInputFile } from './read-input-file.ts';

/** Builds the router of a config, from a snapshot where one is named; dispose of it. */
export async function openRouter(
  config: RouterConfig,
  snapshotFile: string | undefined,
  io: CliIo,
): Promise<AssembledRouter> {
  const snapshot = snapshotFile === undefined ? undefined : await readInputFile('--snapshot', snapshotFile);
  const progress = createProgressBar('Encoding utterances', io);
  try {
    return await assembleRouter(config, {
      signal: io.signal,
      onProgress: ({ encoded, total }) => {
        progress.update(encoded, total);
      },
      onTruncated: (place) => {
        progress.clear();
        io.stderr.write(`${place} is longer than the encoder reads; its end does not count.\n`);
      },
      ...(snapshot && { snapshot }),
      ...(io.encoder && { encoder: io.encoder }),
    });
  } finally {
    progress.clear();
  }
}
