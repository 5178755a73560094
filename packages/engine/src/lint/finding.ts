/** What lint can find, the certain before the doubtful: an utterance that one rule names is not named again by a later one. */
export type LintRule =
  | 'duplicate_utterance'
  | 'near_duplicate_utterance'
  | 'repeated_utterance'
  | 'never_wins'
  | 'overlapping_routes'
  | 'misplaced_utterance'
  | 'outlier_utterance'
  | 'too_few_utterances'
  | 'too_similar_utterances'
  | 'meaningless_name';

/** One thing to put right. Plain JSON; names utterances by position, never by text. */
export interface LintFinding {
  readonly rule: LintRule;
  /** An error makes the router wrong for certain; a warning is for a person to judge. */
  readonly severity: 'error' | 'warning';
  /** Names: the route to change first, then its rivals. */
  readonly routes: readonly string[];
  /** The offending utterance first, then those that show why; empty where the route as a whole is meant. */
  readonly utterances: readonly UtterancePlace[];
  readonly message: string;
  /** What to do about it. */
  readonly remedy: string;
  /** What the rule measured, by name. */
  readonly numbers: Readonly<Record<string, number>>;
}

export interface UtterancePlace {
  /** Position in the list of routes, from 0. */
  readonly route: number;
  /** Position in the utterances of the route, from 0. */
  readonly utterance: number;
}
