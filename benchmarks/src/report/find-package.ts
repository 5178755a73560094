import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder of an installed package, looked for as Node does it: in each node_modules upwards.
 * @param from folder of the file that would import it.
 * @returns undefined where it is not installed.
 */
export function findPackage(name: string, from: string): string | undefined {
  const candidate = join(from, 'node_modules', name);
  if (existsSync(candidate)) return realpathSync(candidate);
  return dirname(from) === from ? undefined : findPackage(name, dirname(from));
}
