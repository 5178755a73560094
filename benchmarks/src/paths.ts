import { join } from 'node:path';

// Sources and built files are equally deep, so this holds for both.
const benchmarks = join(import.meta.dirname, '..');

export const paths = {
  repository: join(benchmarks, '..'),
  data: join(benchmarks, 'data'),
  results: join(benchmarks, 'results'),
  contenders: join(benchmarks, 'contenders'),
  /** Built files: what contenders are run from. */
  built: join(benchmarks, 'dist'),
  /** What is made on this machine: no tool of the repository looks in here. */
  cache: join(benchmarks, 'node_modules', '.cache'),
};
