/** What `sr suggest` prints. */
export interface Suggestions {
  /** Texts of the log. */
  readonly queries: number;
  readonly unrouted: number;
  /** Different texts without a route that were compared. */
  readonly compared: number;
  readonly routes: readonly ProposedRoute[];
  readonly label: readonly ProposedLabel[];
}

export interface ProposedRoute {
  readonly name: string;
  /** Texts of the log that it would take. */
  readonly size: number;
  readonly utterances: readonly string[];
}

export interface ProposedLabel {
  readonly text: string;
  readonly route: string | null;
  /** Distance to the nearest other outcome, on the head's scale. */
  readonly doubt: number;
}
