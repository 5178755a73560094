import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { CliIo } from '../cli-io.ts';
import { initTemplate } from '../init-template.ts';
import { UsageError } from '../usage-error.ts';

interface InitCommandOptions {
  readonly force?: true;
  readonly json?: true;
}

export function addInitCommand(program: Command, io: CliIo): void {
  program
    .command('init')
    .description('Write a commented router.yaml with three routes to start from.')
    .argument('[FILE]', 'the file to write', 'router.yaml')
    .option('--force', 'overwrite the file where it exists')
    .option('--json', 'print JSON to stdout')
    .action((file: string, options: InitCommandOptions) => writeTemplate(file, options, io));
}

async function writeTemplate(file: string, { force, json }: InitCommandOptions, io: CliIo): Promise<void> {
  if (!/\.ya?ml$/u.test(file))
    throw new UsageError('FILE', `${file} must end in .yaml or .yml: sr init writes YAML.`);
  try {
    await writeFile(file, initTemplate, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new UsageError(
      '--force',
      `${file} exists already; name another file, or overwrite it with --force.`,
    );
  }
  const next = `Wrote ${file}. Try it: sr route --config ${file} "Where is my invoice?"\n`;
  io.stdout.write(json ? `${JSON.stringify({ file })}\n` : next);
}
