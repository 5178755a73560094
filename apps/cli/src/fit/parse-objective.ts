import { expectedOutOfScopeOf, type RouterConfig } from '@sr/config';
import { nearestName } from '@sr/core';
import type { FitObjective } from '@sr/engine';
import { UsageError } from '../usage-error.ts';

const forms = 'accuracy, macroF1, precision>=SHARE, share<=SHARE:ROUTE';

/** Reads the argument of `--objective`. */
export function parseObjective(text: string, config: RouterConfig): FitObjective {
  const routeNames = config.routes.map(({ name }) => name);
  if (text === 'accuracy' || text === 'macroF1') return { kind: text };
  const precision = /^precision>=(.+)$/u.exec(text);
  if (precision) {
    const outOfScope = expectedOutOfScopeOf(config) ?? 0;
    return { kind: 'precision', atLeast: parseShare(precision[1]!, text), outOfScope };
  }
  const share = /^share<=([^:]+):(.+)$/u.exec(text);
  if (share) {
    return { kind: 'share', atMost: parseShare(share[1]!, text), route: checkRoute(share[2]!, routeNames) };
  }
  throw new UsageError(
    '--objective',
    `--objective must be one of ${forms}, got ${JSON.stringify(text)}; put it in quotes, since > and < mean something to shells.`,
  );
}

function parseShare(text: string, argument: string): number {
  const share = Number(text);
  if (text.trim() !== '' && share > 0 && share < 1) return share;
  throw new UsageError(
    '--objective',
    `--objective takes a share between 0 and 1, as in precision>=0.95; got ${JSON.stringify(argument)}.`,
  );
}

function checkRoute(name: string, routeNames: readonly string[]): string {
  if (routeNames.includes(name)) return name;
  const nearest = nearestName(name, routeNames);
  const remedy =
    nearest === undefined ? `expected one of ${routeNames.join(', ')}` : `did you mean "${nearest}"?`;
  throw new UsageError('--objective', `--objective names "${name}", which is not a route; ${remedy}`);
}
