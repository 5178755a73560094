import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Packs as `pnpm publish` would: workspace and catalog versions resolved, the root LICENSE added. Returns the tarball's path. */
export async function packInto(destination: string, packageFolder: string): Promise<string> {
  const args = ['pack', '--json', '--pack-destination', destination];
  const { stdout } = await promisify(execFile)('pnpm', args, { cwd: packageFolder });
  return (JSON.parse(stdout) as { filename: string }).filename;
}
