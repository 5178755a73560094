import type { FilePlace } from '@sr/core';
import type { FilePath } from './file-path.ts';

/** A parsed file that knows where each of its values stands. */
export interface LocatedDocument {
  readonly value: unknown;
  /** Of the value at `path`; where there is none, of the innermost value on the way. */
  placeOf(path: FilePath): FilePlace;
  /** Of the key that `path` ends in. */
  placeOfKey(path: FilePath): FilePlace;
}
