import { configuredHead, loadLocatedConfig, type LocatedConfig, type RouterConfig } from '@sr/config';
import { lintRoutes, type LintFinding } from '@sr/engine';
import type { Command } from 'commander';
import { CheckFailed } from '../check-failed.ts';
import type { CliIo } from '../cli-io.ts';
import { countFindings, formatFindings, plural } from '../lint/format-findings.ts';
import { locateFinding, type LocatedFinding } from '../lint/locate-finding.ts';
import { openEncoder } from '../open-encoder.ts';
import { createProgressBar } from '../progress-bar.ts';
import { readInputFile } from '../read-input-file.ts';
import { addRouterOptions, type RouterCommandOptions } from '../router-options.ts';

interface LintCommandOptions extends RouterCommandOptions {
  readonly explain?: true;
}

export function addLintCommand(program: Command, io: CliIo): void {
  addRouterOptions(program.command('lint'))
    .description('Look for utterances and routes that cannot be told apart; exit with 1 on errors.')
    .option('--explain', 'with --json, add the texts of utterances')
    .action((options: LintCommandOptions) => lintConfig(options, io));
}

async function lintConfig(options: LintCommandOptions, io: CliIo): Promise<void> {
  const located = await loadLocatedConfig(options.config);
  const found = await findProblems(located, options.snapshot, io);
  io.signal.throwIfAborted();
  const findings = found.map((finding) => locateFinding(finding, located));
  const print = options.json ? toJson(findings, options) : toText(findings, located.config, options, io);
  io.stdout.write(`${print}\n`);

  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return;
  throw new CheckFailed(
    `${options.config} has ${plural(errors.length, 'error')} that routing cannot make up for.`,
    {
      errors: errors.length,
    },
  );
}

async function findProblems(
  { config }: LocatedConfig,
  snapshotFile: string | undefined,
  io: CliIo,
): Promise<readonly LintFinding[]> {
  const snapshot = snapshotFile === undefined ? undefined : await readInputFile('--snapshot', snapshotFile);
  await using opened = await openEncoder(config, io);
  const progress = createProgressBar('Encoding utterances', io);
  try {
    return await lintRoutes({
      encoder: opened.encoder,
      routes: config.routes,
      head: configuredHead(config),
      ...(config.threshold !== undefined && { threshold: config.threshold }),
      ...(snapshot && { snapshot }),
      signal: io.signal,
      onProgress: ({ encoded, total }) => {
        progress.update(encoded, total);
      },
    });
  } finally {
    progress.clear();
  }
}

function toText(
  findings: readonly LocatedFinding[],
  { routes }: RouterConfig,
  { config: file }: LintCommandOptions,
  io: CliIo,
): string {
  const utterances = routes.reduce((sum, route) => sum + route.utterances.length, 0);
  const checked = `${plural(routes.length, 'route')}, ${plural(utterances, 'utterance')}`;
  return [...formatFindings(findings, file, io.stdout), `${checked}: ${countFindings(findings)}.`].join('\n');
}

function toJson(findings: readonly LocatedFinding[], { explain }: LintCommandOptions): string {
  return JSON.stringify({
    findings: findings.map(({ utterances, ...finding }) => ({
      ...finding,
      utterances: utterances.map(({ text, ...place }) => ({ ...place, ...(explain && { text }) })),
    })),
  });
}
