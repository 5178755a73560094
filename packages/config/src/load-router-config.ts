import { parseRouterConfig } from './parse-router-config.ts';
import { readConfigFile } from './read-config-file.ts';
import type { RouterConfig } from './router-config.ts';

/**
 * Reads and checks a router.yaml, router.yml or router.json; Node only.
 * @throws SR_CONFIG_UNSUPPORTED for another extension, SR_CONFIG_NOT_FOUND, SR_CONFIG_INVALID.
 */
export async function loadRouterConfig(file: string): Promise<RouterConfig> {
  return parseRouterConfig(await readConfigFile(file), { file });
}
