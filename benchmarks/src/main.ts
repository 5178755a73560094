import { Command, CommanderError, Argument } from 'commander';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { benches, type BenchName } from './benches/benches.ts';
import { paths } from './paths.ts';
import { describeCommit } from './report/describe-commit.ts';
import { describeMachine } from './report/describe-machine.ts';
import { formatReport } from './report/format-report.ts';
import type { Report } from './report/report.ts';

interface Options {
  readonly json: boolean;
  readonly quick: boolean;
  readonly save: boolean;
}

const wrongUse = 2;

const program = new Command('bench')
  .description('Measures @sr against named contenders, interleaved in one run.')
  .addArgument(new Argument('<name>', 'what to measure').choices(Object.keys(benches)))
  .option('--json', 'one line of JSON on stdout, text for people on stderr', false)
  .option('--quick', 'small sizes, to see that it runs: the figures say nothing', false)
  .option('--save', 'also write benchmarks/results/NAME.json', false)
  .exitOverride()
  .action(main);

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? 0 : wrongUse; // commander has told why
}

async function main(name: BenchName, { json, quick, save }: Options): Promise<void> {
  if (quick && save) program.error('error: --save takes no --quick: its figures say nothing');
  const commit = describeCommit(); // before anything is written
  const measurement = await benches[name]({ quick, say });
  const report: Report = { bench: name, commit, quick, machine: describeMachine(), ...measurement };
  (json ? process.stderr : process.stdout).write(formatReport(report));
  if (json) process.stdout.write(`${JSON.stringify(report)}\n`);
  if (save) await saveReport(report);
  if (report.bars.some(({ ok }) => !ok)) process.exitCode = 1;
}

async function saveReport(report: Report): Promise<void> {
  await mkdir(paths.results, { recursive: true });
  await writeFile(join(paths.results, `${report.bench}.json`), `${JSON.stringify(report, null, 2)}\n`);
}

function say(message: string): void {
  process.stderr.write(`${message}\n`);
}
