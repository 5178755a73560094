import { nearestName, type FileIssue } from '@sr/core';
import { formatPath, type FilePath } from './file-path.ts';
import { headNames } from './heads.ts';
import type { LocatedDocument } from './located-document.ts';
import type { RouterConfig } from './router-config.ts';

/** What no single value shows: names that refer to nothing, duplicates, settings that nothing reads. */
export function checkReferences(config: RouterConfig, document: LocatedDocument): FileIssue[] {
  return [
    ...unknownModels(config, document),
    ...duplicates(
      config.routes.map(({ name }, i) => ({ text: name, group: i, path: ['routes', i, 'name'] })),
    ).map(([first, second]) => duplicateName(first, second, document)),
    ...duplicates(utterancesOf(config)).map(([first, second]) => duplicateUtterance(first, second, document)),
    ...unreadSettings(config, document),
  ];
}

function unknownModels({ models, fallback, routes }: RouterConfig, document: LocatedDocument): FileIssue[] {
  if (models === undefined) return []; // names are the caller's own where the file lists no models
  const names = Object.keys(models);
  const references: { path: FilePath; name: string | undefined }[] = [
    { path: ['fallback'], name: fallback },
    ...routes.map(({ model }, i) => ({ path: ['routes', i, 'model'], name: model })),
    ...Object.entries(models).flatMap(([owner, { fallbacks = [] }]) =>
      fallbacks.map((name, i) => ({ path: ['models', owner, 'fallbacks', i], name })),
    ),
  ];
  return references.flatMap(({ path, name }) =>
    name === undefined || names.includes(name) ? [] : unknownModel(path, name, names, document),
  );
}

function unknownModel(
  path: FilePath,
  name: string,
  names: readonly string[],
  document: LocatedDocument,
): FileIssue {
  const nearest = nearestName(name, names);
  const place = document.placeOf(path);
  const expected = names.length === 0 ? 'a name under models' : `one of ${names.join(', ')}`;
  const remedy = nearest === undefined ? `expected ${expected}.` : `did you mean "${nearest}"?`;
  const message = `${place.path} names a model that is not under models; ${remedy}`;
  return { kind: 'unknown_name', ...place, message, expected, ...(nearest !== undefined && { nearest }) };
}

interface Occurrence {
  readonly text: string;
  /** Only occurrences of different groups are duplicates of each other. */
  readonly group: number;
  readonly path: FilePath;
}

function utterancesOf({ routes }: RouterConfig): Occurrence[] {
  return routes.flatMap(({ utterances }, route) =>
    utterances.map((text, i) => ({ text, group: route, path: ['routes', route, 'utterances', i] })),
  );
}

/** Each occurrence of a text that another group had before, with the first one. */
function duplicates(occurrences: readonly Occurrence[]): [Occurrence, Occurrence][] {
  const seen = new Map<string, Occurrence>();
  return occurrences.flatMap((occurrence): [Occurrence, Occurrence][] => {
    const first = seen.get(occurrence.text);
    if (first === undefined) seen.set(occurrence.text, occurrence);
    return first === undefined || first.group === occurrence.group ? [] : [[first, occurrence]];
  });
}

function duplicateName(first: Occurrence, second: Occurrence, document: LocatedDocument): FileIssue {
  return duplicate(first, second, document, 'rename one, or join their utterances.');
}

function duplicateUtterance(first: Occurrence, second: Occurrence, document: LocatedDocument): FileIssue {
  return duplicate(
    first,
    second,
    document,
    'no router could tell the routes apart by it, so keep it in one.',
  );
}

function duplicate(
  first: Occurrence,
  second: Occurrence,
  document: LocatedDocument,
  remedy: string,
): FileIssue {
  const earlier = document.placeOf(first.path);
  const place = document.placeOf(second.path);
  const message = `${place.path} is the same text as ${earlier.path} at line ${earlier.line}, column ${earlier.column}; ${remedy}`;
  return { kind: 'duplicate', ...place, message, earlier };
}

// The format has this key for calibrated heads. Where the head does not read it, someone who set it
// would believe in an effect that is not there, so it is an error and not ignored.
function unreadSettings({ head, expectedOutOfScope }: RouterConfig, document: LocatedDocument): FileIssue[] {
  if (expectedOutOfScope === undefined) return [];
  const place = document.placeOfKey(['expectedOutOfScope']);
  const message = `${formatPath(['expectedOutOfScope'])} is not read by the head "${head}", nor by any of ${headNames.join(', ')}; remove it.`;
  return [{ kind: 'unknown_key', ...place, message }];
}
