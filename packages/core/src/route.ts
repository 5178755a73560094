/** What a query can be about, told by examples. */
export interface Route<Name extends string = string> {
  /** Unique in a router; not empty, and not `null`, which is what `decision.route` says where none matched. */
  readonly name: Name;
  /** For people, and for heads that read it. */
  readonly description?: string;
  /** The model that answers; copied into `decision.model`. */
  readonly model?: string;
  /** Example texts, at least one, each in one route only. */
  readonly utterances: readonly string[];
  /** Texts that are near, but not this route: a query nearer to one of them than to any utterance is not for it. */
  readonly negatives?: readonly string[];
  /** Overrides the router's threshold; on the head's scale. */
  readonly threshold?: number;
  /** Yours: kept in snapshots, never read. */
  readonly metadata?: Readonly<Record<string, unknown>>;
}
