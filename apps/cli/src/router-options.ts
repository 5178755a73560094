import type { Command } from 'commander';

/** Options of every command that works with a router. */
export interface RouterCommandOptions {
  readonly config: string;
  readonly snapshot?: string;
  readonly json?: true;
}

export function addRouterOptions(command: Command): Command {
  return command
    .option('--config <FILE>', 'routes and settings, as YAML or JSON', 'router.yaml')
    .option('--snapshot <FILE>', 'a file by `sr build`: only utterances that it does not hold are encoded')
    .option('--json', 'print JSON to stdout, and text for people to stderr');
}
