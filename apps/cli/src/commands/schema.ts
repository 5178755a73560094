import { routerConfigJsonSchema } from '@sr/config';
import type { Command } from 'commander';
import type { CliIo } from '../cli-io.ts';

export function addSchemaCommand(program: Command, io: CliIo): void {
  program
    .command('schema')
    .description('Print the JSON Schema of router.yaml, for editors and other tools.')
    .option('--json', 'print it on one line')
    .action(({ json }: { json?: true }) => {
      io.stdout.write(`${JSON.stringify(routerConfigJsonSchema(), null, json ? 0 : 2)}\n`);
    });
}
