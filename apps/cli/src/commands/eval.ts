import { loadRouterConfig, type Case } from '@sr/config';
import { bootstrapIntervals, summarize, type Evaluation, type JudgedCase } from '@sr/engine';
import type { Command } from 'commander';
import type { CliIo } from '../cli-io.ts';
import { decideWithProgress } from '../decide-with-progress.ts';
import { compareRuns, type RunComparison } from '../eval/compare-runs.ts';
import { checkBars, collectBar, type Bar } from '../eval/fail-under.ts';
import { formatComparison } from '../eval/format-comparison.ts';
import { formatEvaluation, type Intervals } from '../eval/format-evaluation.ts';
import { formatJunit } from '../eval/junit.ts';
import { identifyOutcomes, loadRun, saveRun } from '../eval/saved-run.ts';
import { loadCases } from '../load-cases.ts';
import { openRouter } from '../open-router.ts';
import { addRouterOptions, type RouterCommandOptions } from '../router-options.ts';
import { writeFileAtomically } from '../write-file-atomically.ts';

interface EvalCommandOptions extends RouterCommandOptions {
  readonly cases: string;
  readonly explain?: true;
  readonly save?: string;
  readonly baseline?: string;
  readonly junit?: string;
  readonly failUnder: readonly Bar[];
}

export function addEvalCommand(program: Command, io: CliIo): void {
  addRouterOptions(program.command('eval'))
    .description('Decide labelled cases and report how many decisions are right.')
    .requiredOption('--cases <FILE>', 'JSON lines: {"text": "…", "route": "…"}, with null for no route')
    .option('--explain', 'with --json, add the texts of confused cases')
    .option('--save <FILE>', 'keep what became of each case, without its text, for --baseline')
    .option('--baseline <FILE>', 'compare with a run that was kept by --save')
    .option('--junit <FILE>', 'write the cases as JUnit XML, for CI')
    .option(
      '--fail-under <METRIC=VALUE>',
      'exit with 1 where a metric of the JSON is below the value, for fpr95 and ece above it; repeatable',
      collectBar,
      [],
    )
    .action((options: EvalCommandOptions) => evaluateCases(options, io));
}

/** All that the outputs of one run are made of. */
interface Run {
  readonly cases: readonly Case[];
  readonly judged: readonly JudgedCase[];
  readonly evaluation: Evaluation;
  readonly intervals: Intervals;
  readonly comparison: RunComparison | undefined;
}

async function evaluateCases(options: EvalCommandOptions, io: CliIo): Promise<void> {
  const config = await loadRouterConfig(options.config);
  const cases = await loadCases(options.cases, config);
  const baseline = options.baseline === undefined ? undefined : await loadRun(options.baseline);
  await using opened = await openRouter(config, options.snapshot, io);
  const judged = await decideWithProgress(opened.router, cases, io);
  io.signal.throwIfAborted();

  const evaluation = summarize(
    judged,
    config.routes.map(({ name }) => name),
  );
  const outcomes = identifyOutcomes(cases, judged);
  const intervals = bootstrapIntervals(outcomes);
  const run: Run = {
    cases,
    judged,
    evaluation,
    intervals,
    comparison: baseline && compareRuns(baseline, outcomes),
  };
  io.stdout.write(options.json ? `${JSON.stringify(toJson(run, options))}\n` : toText(run, options));
  if (options.save !== undefined) await saveRun(options.save, evaluation, outcomes);
  if (options.junit !== undefined) {
    await writeFileAtomically(options.junit, Buffer.from(formatJunit(cases, judged)));
  }
  checkBars(evaluation, options.failUnder);
}

function toText(
  { cases, judged, evaluation, intervals, comparison }: Run,
  options: EvalCommandOptions,
): string {
  const sections = [
    ...formatEvaluation(evaluation, intervals, cases),
    ...(comparison ? formatComparison(comparison, cases, judged, options.baseline!) : []),
  ];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function toJson({ cases, evaluation, intervals, comparison }: Run, { explain }: EvalCommandOptions): object {
  const confusions = evaluation.confusions.map((confusion) => ({
    ...confusion,
    ...(explain && { examples: confusion.positions.map((position) => cases[position]!.text) }),
  }));
  return { ...evaluation, confusions, intervals, ...(comparison && { baseline: comparison }) };
}
