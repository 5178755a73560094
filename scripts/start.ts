/**
 * `pnpm start`: builds the `sr` command where it is not up to date, then decides some texts with the
 * routes in examples/demo, through the same command that a user has.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

const command = 'apps/cli/dist/main.js';
const config = 'examples/demo/router.yaml';
const snapshot = 'node_modules/.cache/sr/demo.snapshot';
/** Changes with the encoder, whose rows the snapshot holds. */
const model = 'packages/model-minilm-l6-v2/src/generated/artefact.ts';

// None of them is an utterance; the last two fit no route.
const queries = [
  'My Python script is throwing a KeyError',
  'git says that my branch has diverged',
  'Money was taken from my account two times',
  'Can I get a discount if I pay yearly?',
  'Put this into friendlier words for a customer',
  'A weekend in Prague with two children',
  'Which product sold best in March?',
  'Does my résumé read well?',
  'My tomato plants have yellow leaves',
  'What do you get if you cross a cat with a lemon?',
];

build();
if (!isUpToDate(snapshot, [config, model])) sr('build', '--config', config, '--out', snapshot);
sr('route', '--config', config, '--snapshot', snapshot, '--explain', ...queries);
console.log(`
Next:  edit ${config} and run this again
       pnpm sr route --config ${config} --explain "your text"
       pnpm sr eval --config ${config} --cases examples/demo/cases.jsonl
       README.md shows the same from a program of yours`);

/** Turbo rebuilds what has changed, and finds out within half a second that nothing has. */
function build(): void {
  if (!existsSync(command)) console.log('Building sr, which takes about half a minute …');
  const turbo = ['run', 'build', '--filter=@sr/cli...', '--output-logs=errors-only'];
  const { status, stdout, error } = spawnSync('turbo', turbo, { encoding: 'utf8' });
  if (error) throw error;
  if (status === 0) return;
  console.error(stdout);
  process.exit(1);
}

function sr(...args: string[]): void {
  const { status, error } = spawnSync(process.execPath, [command, ...args], { stdio: 'inherit' });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

function isUpToDate(file: string, sources: string[]): boolean {
  return existsSync(file) && sources.every((source) => statSync(source).mtimeMs <= statSync(file).mtimeMs);
}
