import { loadRouterConfig, parseCases, type Case, type RouterConfig } from '@sr/config';
import { evaluate } from '@sr/engine';
import type { Command } from 'commander';
import type { CliIo } from '../cli-io.ts';
import { formatEvaluation } from '../evaluation-report.ts';
import { openRouter } from '../open-router.ts';
import { createProgressBar } from '../progress-bar.ts';
import { readInputFile } from '../read-input-file.ts';
import { addRouterOptions, type RouterCommandOptions } from '../router-options.ts';
import { UsageError } from '../usage-error.ts';

interface EvalCommandOptions extends RouterCommandOptions {
  readonly cases: string;
}

export function addEvalCommand(program: Command, io: CliIo): void {
  addRouterOptions(program.command('eval'))
    .description('Decide labelled cases and report how many decisions are right.')
    .requiredOption('--cases <FILE>', 'JSON lines: {"text": "…", "route": "…"}, with null for no route')
    .action((options: EvalCommandOptions) => evaluateCases(options, io));
}

async function evaluateCases(options: EvalCommandOptions, io: CliIo): Promise<void> {
  const config = await loadRouterConfig(options.config);
  const cases = await loadCases(options.cases, config);
  await using opened = await openRouter(config, options.snapshot, io);
  const progress = createProgressBar('Deciding cases', io);
  try {
    const evaluation = await evaluate(opened.router, cases, {
      signal: io.signal,
      onProgress: ({ decided, total }) => {
        progress.update(decided, total);
      },
    });
    progress.clear();
    io.stdout.write(options.json ? `${JSON.stringify(evaluation)}\n` : formatEvaluation(evaluation));
  } finally {
    progress.clear();
  }
}

async function loadCases(file: string, { routes }: RouterConfig): Promise<Case[]> {
  const text = (await readInputFile('--cases', file)).toString('utf8');
  const cases = parseCases(text, { file, routes: routes.map(({ name }) => name) });
  if (cases.length === 0) throw new UsageError('--cases', `--cases names ${file}, which holds no case.`);
  return cases;
}
