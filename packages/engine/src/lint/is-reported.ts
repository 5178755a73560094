import type { LintFinding, UtterancePlace } from './finding.ts';

/** Whether a finding names the utterance already. */
export function isReported(earlier: readonly LintFinding[], { route, utterance }: UtterancePlace): boolean {
  return earlier.some(({ utterances }) =>
    utterances.some((place) => place.route === route && place.utterance === utterance),
  );
}
