import { readFile } from 'node:fs/promises';
import { configuredHead, editRouterConfig, loadRouterConfig, type RouterConfig } from '@sr/config';
import { fewestFitCases, fitRouter, type RouterFit, type Thresholds } from '@sr/engine';
import type { Command } from 'commander';
import { CheckFailed } from '../check-failed.ts';
import type { CliIo } from '../cli-io.ts';
import { describeResult, formatFit, isFailed } from '../fit/format-fit.ts';
import { parseObjective } from '../fit/parse-objective.ts';
import { scoreCandidates } from '../fit/score-candidates.ts';
import { loadCases } from '../load-cases.ts';
import { openRouter } from '../open-router.ts';
import { addRouterOptions, type RouterCommandOptions } from '../router-options.ts';
import { UsageError } from '../usage-error.ts';
import { writeFileAtomically } from '../write-file-atomically.ts';

interface FitCommandOptions extends RouterCommandOptions {
  readonly cases: string;
  readonly objective: string;
  readonly dryRun?: true;
}

export function addFitCommand(program: Command, io: CliIo): void {
  addRouterOptions(program.command('fit'))
    .description('Fit thresholds and expectedOutOfScope to labelled cases, and write them into the config.')
    .requiredOption('--cases <FILE>', 'JSON lines: {"text": "…", "route": "…"}, with null for no route')
    .option(
      '--objective <GOAL>',
      'accuracy, macroF1, precision>=SHARE or share<=SHARE:ROUTE, in quotes',
      'accuracy',
    )
    .option('--dry-run', 'print what was found and write nothing')
    .action((options: FitCommandOptions) => fitThresholds(options, io));
}

async function fitThresholds(options: FitCommandOptions, io: CliIo): Promise<void> {
  const config = await loadRouterConfig(options.config);
  const objective = parseObjective(options.objective, config);
  const cases = await loadCases(options.cases, config);
  if (cases.length < fewestFitCases) throw tooFewCases(options.cases, cases.length);
  await using opened = await openRouter(config, options.snapshot, io);
  const fit = fitRouter({
    candidates: await scoreCandidates({ config, router: opened.router, cases, objective }, io),
    present: presentThresholds(config),
    objective,
    scale: configuredHead(config).scale,
  });

  const isWritten = fit.result === 'improved' && !options.dryRun;
  if (isWritten) await writeSettings(options.config, fit);
  const written = isWritten ? options.config : null;
  io.stdout.write(
    options.json
      ? `${JSON.stringify(toJson(fit, options.objective, cases.length, written))}\n`
      : formatFit({ fit, objective, goal: options.objective, config, cases, written }),
  );
  if (isFailed(fit)) throw new CheckFailed(describeResult(fit, options.objective), { result: fit.result });
}

function presentThresholds(config: RouterConfig): Thresholds {
  const own = config.routes.flatMap(({ name, threshold }): [string, number][] =>
    threshold === undefined ? [] : [[name, threshold]],
  );
  return {
    router: config.threshold ?? configuredHead(config).defaultThreshold,
    routes: Object.fromEntries(own),
  };
}

async function writeSettings(file: string, { settings }: RouterFit): Promise<void> {
  const { thresholds, expectedOutOfScope } = settings;
  const edits = { threshold: thresholds.router, expectedOutOfScope, routeThresholds: thresholds.routes };
  const edited = editRouterConfig(await readFile(file, 'utf8'), edits, { file });
  await writeFileAtomically(file, Buffer.from(edited));
}

function toJson(
  { result, settings, present, heldOut, training }: RouterFit,
  objective: string,
  cases: number,
  written: string | null,
): object {
  const { thresholds, expectedOutOfScope } = settings;
  return {
    objective,
    cases,
    result,
    written,
    threshold: thresholds.router,
    routeThresholds: thresholds.routes,
    expectedOutOfScope,
    present,
    heldOut,
    training,
  };
}

function tooFewCases(file: string, count: number): UsageError {
  return new UsageError(
    '--cases',
    `--cases names ${file}, which holds ${count} cases; fitting takes at least ${fewestFitCases}, and some hundred to be of use.`,
  );
}
