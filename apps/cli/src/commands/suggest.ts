import { loadRouterConfig, type RouterConfig } from '@sr/config';
import type { Encoder } from '@sr/core';
import { suggestLabels, suggestRoutes } from '@sr/engine';
import type { Command } from 'commander';
import type { CliIo } from '../cli-io.ts';
import { openEncoder } from '../open-encoder.ts';
import { openRouter } from '../open-router.ts';
import { createProgressBar } from '../progress-bar.ts';
import { addRouterOptions, type RouterCommandOptions } from '../router-options.ts';
import { formatSuggestions } from '../suggest/format-suggestions.ts';
import { readLog, type LoggedDecision, type LoggedQuery } from '../suggest/read-log.ts';
import type { Suggestions } from '../suggest/suggestions.ts';

interface SuggestCommandOptions extends RouterCommandOptions {
  readonly log: string;
}

type DecidedQuery = Required<LoggedQuery>;

export function addSuggestCommand(program: Command, io: CliIo): void {
  addRouterOptions(program.command('suggest'))
    .description('Propose routes for texts that no route took, and texts that are worth labelling.')
    .requiredOption(
      '--log <FILE>',
      '*.jsonl with text, and route, confidence and threshold where it was decided; or *.txt, one text per line',
    )
    .action((options: SuggestCommandOptions) => suggest(options, io));
}

async function suggest(
  { config: file, snapshot, log, json }: SuggestCommandOptions,
  io: CliIo,
): Promise<void> {
  const config = await loadRouterConfig(file);
  const queries = await readLog(log);
  const suggestions = queries.every(isDecided)
    ? await suggestWithEncoder(config, queries, io)
    : await suggestWithRouter(config, snapshot, queries, io);
  io.signal.throwIfAborted();
  io.stdout.write(json ? `${JSON.stringify(suggestions)}\n` : formatSuggestions(suggestions));
}

async function suggestWithEncoder(
  config: RouterConfig,
  queries: readonly DecidedQuery[],
  io: CliIo,
): Promise<Suggestions> {
  await using opened = await openEncoder(config, io);
  return await makeSuggestions(opened.encoder, config, queries, io);
}

async function suggestWithRouter(
  config: RouterConfig,
  snapshotFile: string | undefined,
  queries: readonly LoggedQuery[],
  io: CliIo,
): Promise<Suggestions> {
  await using opened = await openRouter(config, snapshotFile, io);
  const { router } = opened;
  const progress = createProgressBar('Deciding texts', io);
  const decided: DecidedQuery[] = [];
  for (const { text, decision } of queries) {
    decided.push({ text, decision: decision ?? (await router.route(text, { signal: io.signal })) });
    progress.update(decided.length, queries.length);
  }
  progress.clear();
  return await makeSuggestions(router.encoder, config, decided, io);
}

async function makeSuggestions(
  encoder: Encoder,
  { routes }: RouterConfig,
  queries: readonly DecidedQuery[],
  { signal }: CliIo,
): Promise<Suggestions> {
  const texts = queries.flatMap(({ text, decision }) => (decision.route === null ? [text] : []));
  const takenNames = routes.map(({ name }) => name);
  const proposed = await suggestRoutes({ encoder, texts, takenNames, signal });
  const judged = queries.map(({ text, decision }) => ({ text, ...judgement(decision) }));
  const labels = await suggestLabels({ encoder, queries: judged, signal });
  return {
    queries: queries.length,
    unrouted: texts.length,
    compared: proposed.compared,
    routes: proposed.routes.map(({ name, queries: own, utterances }) => ({
      name,
      size: own.length,
      utterances: utterances.map((i) => texts[i]!),
    })),
    label: labels.map(({ query, doubt }) => {
      const { text, decision } = queries[query]!;
      return { text, route: decision.route, doubt };
    }),
  };
}

function isDecided(query: LoggedQuery): query is DecidedQuery {
  return query.decision !== undefined;
}

function judgement({ confidence, threshold, margin }: LoggedDecision): Omit<LoggedDecision, 'route'> {
  return { confidence, threshold, margin };
}
