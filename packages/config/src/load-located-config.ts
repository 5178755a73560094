import { checkValues } from './check-references.ts';
import type { LocatedDocument } from './located-document.ts';
import { parseLocated } from './parse-router-config.ts';
import { readConfigFile } from './read-config-file.ts';
import type { RouterConfig } from './router-config.ts';

export interface LocatedConfig extends Pick<LocatedDocument, 'placeOf'> {
  readonly config: RouterConfig;
}

/**
 * `loadRouterConfig` for whoever looks for mistakes: knows where each value stands, and lets pass an
 * utterance that several routes have, which is a finding among others and not the end of the search.
 * @throws as `loadRouterConfig`.
 */
export async function loadLocatedConfig(file: string): Promise<LocatedConfig> {
  const { config, document } = parseLocated(await readConfigFile(file), file, checkValues);
  return { config, placeOf: (path) => document.placeOf(path) };
}
