import type { UtterancePlace } from './finding.ts';
import type { PlacedUtterance } from './route-view.ts';

/** Findings say where a text is, not what it is. */
export function toPlace({ route, utterance }: PlacedUtterance): UtterancePlace {
  return { route, utterance };
}
