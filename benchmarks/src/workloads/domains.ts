import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { paths } from '../paths.ts';

/** CLINC150's ten domains, by intent: what a route is where all intents of a domain are one. */
export async function readDomains(): Promise<ReadonlyMap<string, string>> {
  const file = await readFile(join(paths.data, 'clinc150', 'domains.json'), 'utf8');
  const domains = JSON.parse(file) as Record<string, readonly string[]>;
  return new Map(
    Object.entries(domains).flatMap(([domain, intents]) =>
      intents.map((intent) => [intent, domain] as const),
    ),
  );
}
