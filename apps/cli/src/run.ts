import type { CliIo } from './cli-io.ts';
import { createProgram } from './program.ts';
import { reportFailure } from './report-failure.ts';

/**
 * Runs `sr` with the arguments after its name. Never throws and never exits.
 * @returns the exit code: 0 done, 1 a finding, a failed bar or a failure, 2 wrong use, 130 interrupted.
 */
export async function run(argv: readonly string[], io: CliIo): Promise<number> {
  try {
    await createProgram(io).parseAsync([...argv], { from: 'user' });
    return 0;
  } catch (error) {
    return reportFailure(error, argv.includes('--json'), io);
  }
}
