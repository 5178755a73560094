import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runAsUser } from './run-as-user.ts';

const workspaceModules = join(import.meta.dirname, '../../node_modules');

// skipLibCheck stays off: the packages' declarations are checked too.
const tsconfig = {
  compilerOptions: {
    strict: true,
    module: 'nodenext',
    target: 'es2023',
    noEmit: true,
    skipDefaultLibCheck: true,
    types: ['node'],
    typeRoots: [join(workspaceModules, '@types')],
  },
  include: ['*/*.ts'],
};

/** All programs of all projects in the folder at once: most of tsc's time goes into the same libraries. */
export async function typecheckPrograms(folder: string): Promise<void> {
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(tsconfig));
  await runAsUser(folder, process.execPath, [join(workspaceModules, 'typescript/bin/tsc')]);
}
