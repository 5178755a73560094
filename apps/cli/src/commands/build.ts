import { loadRouterConfig } from '@sr/config';
import type { Command } from 'commander';
import type { CliIo } from '../cli-io.ts';
import { openRouter } from '../open-router.ts';
import { addRouterOptions, type RouterCommandOptions } from '../router-options.ts';
import { writeFileAtomically } from '../write-file-atomically.ts';

interface BuildCommandOptions extends RouterCommandOptions {
  readonly out: string;
}

export function addBuildCommand(program: Command, io: CliIo): void {
  addRouterOptions(program.command('build'))
    .description('Encode all utterances and save the router as a snapshot, for --snapshot.')
    .requiredOption('--out <FILE>', 'where the snapshot goes; its folder is created')
    .action((options: BuildCommandOptions) => buildSnapshot(options, io));
}

async function buildSnapshot({ config, snapshot, out, json }: BuildCommandOptions, io: CliIo): Promise<void> {
  await using opened = await openRouter(await loadRouterConfig(config), snapshot, io);
  const { router } = opened;
  const content = await router.snapshot();
  io.signal.throwIfAborted();
  await writeFileAtomically(out, content);

  const routes = router.routes.length;
  const utterances = router.routes.reduce((sum, route) => sum + route.utterances.length, 0);
  const summary = {
    file: out,
    encoder: router.encoder.id,
    routes,
    utterances,
    sizeBytes: content.byteLength,
  };
  io.stdout.write(
    json
      ? `${JSON.stringify(summary)}\n`
      : `Wrote ${out}: ${routes} routes, ${utterances} utterances by ${summary.encoder}, ${summary.sizeBytes} bytes.\n`,
  );
}
