import { nearestName, type FileIssue } from '@sr/core';
import { formatPath, type FilePath } from './file-path.ts';
import type { KnownKeys } from './keys-at.ts';
import type { LocatedDocument } from './located-document.ts';

/** A key that the map at `path` cannot have, with the one that was most likely meant. */
export function unknownKey(
  { title, keys }: KnownKeys,
  path: FilePath,
  key: string,
  document: LocatedDocument,
): FileIssue {
  const place = document.placeOfKey([...path, key]);
  const expected = keys.length === 1 ? keys[0]! : `one of ${keys.join(', ')}`;
  const issue = { kind: 'unknown_key', ...place, expected } as const;
  if (title === 'apiKey') {
    const owner = formatPath(path); // the key may be a credential that stands in the wrong place: not named
    return { ...issue, path: owner, message: `${owner} has another key than ${expected}; remove it.` };
  }
  const nearest = nearestName(key, keys);
  const complaint = `${place.path} is not a key of a ${title}`;
  if (nearest === undefined) return { ...issue, message: `${complaint}; expected ${expected}.` };
  return { ...issue, nearest, message: `${complaint}; did you mean "${nearest}"?` };
}
