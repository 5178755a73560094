import type { FileIssue } from '@sr/core';
import type { FilePath } from './file-path.ts';
import type { LocatedDocument } from './located-document.ts';
import type { RouterConfig } from './router-config.ts';

interface Occurrence {
  readonly text: string;
  readonly route: number;
  readonly path: FilePath;
}

/** Names that an earlier route has already. */
export function findRepeatedNames({ routes }: RouterConfig, document: LocatedDocument): FileIssue[] {
  const names = routes.map(({ name }, route) => ({ text: name, route, path: ['routes', route, 'name'] }));
  return repeatsOf(names).map((pair) => duplicate(pair, 'rename one, or join their utterances.', document));
}

/** Utterances that an earlier route has already. */
export function findSharedUtterances({ routes }: RouterConfig, document: LocatedDocument): FileIssue[] {
  const utterances = routes.flatMap((route, i) =>
    route.utterances.map((text, j) => ({ text, route: i, path: ['routes', i, 'utterances', j] })),
  );
  return repeatsOf(utterances).map((pair) =>
    duplicate(pair, 'no router could tell the routes apart by it, so keep it in one.', document),
  );
}

/** Each occurrence of a text that an earlier route has, behind the first one. */
function repeatsOf(occurrences: readonly Occurrence[]): [first: Occurrence, repeat: Occurrence][] {
  const seen = new Map<string, Occurrence>();
  return occurrences.flatMap((occurrence): [Occurrence, Occurrence][] => {
    const first = seen.get(occurrence.text);
    if (first === undefined) seen.set(occurrence.text, occurrence);
    return first === undefined || first.route === occurrence.route ? [] : [[first, occurrence]];
  });
}

function duplicate(
  [first, repeat]: readonly [Occurrence, Occurrence],
  remedy: string,
  document: LocatedDocument,
): FileIssue {
  const earlier = document.placeOf(first.path);
  const place = document.placeOf(repeat.path);
  const where = `${earlier.path} at line ${earlier.line}, column ${earlier.column}`;
  return {
    kind: 'duplicate',
    ...place,
    message: `${place.path} is the same text as ${where}; ${remedy}`,
    earlier,
  };
}
