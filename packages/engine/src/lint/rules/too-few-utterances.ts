import type { LintFinding } from '../finding.ts';
import type { RouteView } from '../route-view.ts';

/** With fewer, no utterance can be held back from which confidence would be learned, and a mean is no mean. */
const fewest = 3;

export function findTooFewUtterances({ routes }: RouteView): readonly LintFinding[] {
  return routes
    .filter(({ utterances }) => utterances.length < fewest)
    .map(({ name, utterances: { length } }) => ({
      rule: 'too_few_utterances',
      severity: 'warning',
      routes: [name],
      utterances: [],
      message: `${name} has ${length === 1 ? 'one utterance' : `${length} utterances`}; with fewer than ${fewest}, nothing shows how far the route reaches.`,
      remedy: 'Write five to ten, as different from each other as the route allows.',
      numbers: { utterances: length, fewest },
    }));
}
