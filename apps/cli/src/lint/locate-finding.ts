import type { LocatedConfig } from '@sr/config';
import type { FilePlace } from '@sr/core';
import type { LintFinding, LintRule } from '@sr/engine';

/** A finding with its places in the file; texts are for people, and for JSON only where they are asked for. */
export interface LocatedFinding extends Omit<LintFinding, 'utterances'> {
  /** Of the offending utterance, or of the name where the route as a whole is meant. */
  readonly place: FilePlace;
  readonly utterances: readonly LocatedUtterance[];
}

export interface LocatedUtterance extends FilePlace {
  /** Name of the route. */
  readonly route: string;
  readonly text: string;
}

/** Their utterances only show why. */
const aboutRoutes: ReadonlySet<LintRule> = new Set(['never_wins', 'overlapping_routes']);

export function locateFinding(finding: LintFinding, { config, placeOf }: LocatedConfig): LocatedFinding {
  const utterances = finding.utterances.map(({ route, utterance }) => {
    const { name, utterances: texts } = config.routes[route]!;
    return { route: name, text: texts[utterance]!, ...placeOf(['routes', route, 'utterances', utterance]) };
  });
  const position = config.routes.findIndex(({ name }) => name === finding.routes[0]);
  const [first] = finding.utterances;
  const path =
    first === undefined || aboutRoutes.has(finding.rule)
      ? ['routes', position, 'name']
      : ['routes', first.route, 'utterances', first.utterance];
  return { ...finding, utterances, place: placeOf(path) };
}
