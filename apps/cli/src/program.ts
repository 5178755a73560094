import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import type { CliIo } from './cli-io.ts';
import { addBuildCommand } from './commands/build.ts';
import { addEvalCommand } from './commands/eval.ts';
import { addFitCommand } from './commands/fit.ts';
import { addInitCommand } from './commands/init.ts';
import { addLintCommand } from './commands/lint.ts';
import { addRouteCommand } from './commands/route.ts';
import { addSchemaCommand } from './commands/schema.ts';
import { addSuggestCommand } from './commands/suggest.ts';

/** The command line as commander sees it; a wrong use of it throws, see `reportFailure`. */
export function createProgram(io: CliIo): Command {
  const program = new Command('sr')
    .description('Semantic router: decides by meaning which route a text takes.')
    .version(version())
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: () => undefined, // reported once, by reportFailure
    });
  for (const add of [
    addRouteCommand,
    addEvalCommand,
    addFitCommand,
    addLintCommand,
    addSuggestCommand,
    addBuildCommand,
    addSchemaCommand,
    addInitCommand,
  ]) {
    add(program, io);
  }
  return program;
}

function version(): string {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
