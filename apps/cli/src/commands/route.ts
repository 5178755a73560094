import { loadRouterConfig } from '@sr/config';
import type { Command } from 'commander';
import type { CliIo } from '../cli-io.ts';
import { createDecisionTable } from '../decision-table.ts';
import { openRouter } from '../open-router.ts';
import { readLines } from '../read-lines.ts';
import { addRouterOptions, type RouterCommandOptions } from '../router-options.ts';
import { UsageError } from '../usage-error.ts';

interface RouteCommandOptions extends RouterCommandOptions {
  readonly explain?: true;
}

export function addRouteCommand(program: Command, io: CliIo): void {
  addRouterOptions(program.command('route'))
    .description('Decide which route each text takes; without TEXT, each line of stdin.')
    .argument('[TEXT...]', 'texts to decide')
    .option('--explain', 'show the nearest utterances')
    .action((texts: string[], options: RouteCommandOptions) => routeTexts(texts, options, io));
}

async function routeTexts(texts: string[], options: RouteCommandOptions, io: CliIo): Promise<void> {
  if (texts.length === 0 && io.stdin.isTTY) throw noText();
  const config = await loadRouterConfig(options.config);
  await using opened = await openRouter(config, options.snapshot, io);
  const print = options.json
    ? (_: string, decision: object) => io.stdout.write(`${JSON.stringify(decision)}\n`)
    : createDecisionTable(config, { explain: options.explain ?? false }, io.stdout);

  let decided = 0;
  for await (const text of texts.length > 0 ? texts : readLines(io)) {
    const decision = await opened.router.route(text, {
      signal: io.signal,
      explain: options.explain ?? false,
    });
    io.signal.throwIfAborted();
    print(text, decision);
    decided++;
  }
  if (decided === 0) throw noText();
}

function noText(): UsageError {
  return new UsageError('TEXT', 'route needs a TEXT, or texts on stdin, one per line; got neither.');
}
