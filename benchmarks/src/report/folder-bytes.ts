import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What the files below a folder (or a single file) hold; links count for nothing. */
export function folderBytes(path: string): number {
  const stats = lstatSync(path);
  if (stats.isFile()) return stats.size;
  if (!stats.isDirectory()) return 0;
  return readdirSync(path).reduce((sum, name) => sum + folderBytes(join(path, name)), 0);
}
