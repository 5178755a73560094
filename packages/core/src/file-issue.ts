/** One problem at one place of a file. Holds names of keys, routes and models, never other text of the file. */
export interface FileIssue extends FilePlace {
  readonly kind: 'syntax' | 'unknown_key' | 'missing_key' | 'invalid_value' | 'duplicate' | 'unknown_name';
  /** Who, expected, actual, remedy; without the place. */
  readonly message: string;
  readonly expected?: string;
  /** The known name that was most likely meant. */
  readonly nearest?: string;
  /** The earlier place of a duplicate. */
  readonly earlier?: FilePlace;
}

export interface FilePlace {
  /** Counts from 1, like `column`. */
  readonly line: number;
  readonly column: number;
  /** E.g. `routes[0].utterances[2]`; empty for the file as a whole. */
  readonly path: string;
}
