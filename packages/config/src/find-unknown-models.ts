import { nearestName, type FileIssue } from '@sr/core';
import type { FilePath } from './file-path.ts';
import type { LocatedDocument } from './located-document.ts';
import type { RouterConfig } from './router-config.ts';

interface Reference {
  readonly path: FilePath;
  readonly name: string | undefined;
}

/** References to models that the file does not have; where it has no models at all, names are the caller's own. */
export function findUnknownModels(config: RouterConfig, document: LocatedDocument): FileIssue[] {
  if (config.models === undefined) return [];
  const names = Object.keys(config.models);
  return referencesOf(config).flatMap(({ path, name }) =>
    name === undefined || names.includes(name) ? [] : [unknownModel(path, name, names, document)],
  );
}

function referencesOf({ models = {}, fallback, routes }: RouterConfig): Reference[] {
  const fallbacks = Object.entries(models).flatMap(([owner, model]) =>
    (model.fallbacks ?? []).map((name, i) => ({ path: ['models', owner, 'fallbacks', i], name })),
  );
  return [
    { path: ['fallback'], name: fallback },
    ...routes.map(({ model }, i) => ({ path: ['routes', i, 'model'], name: model })),
    ...fallbacks,
  ];
}

function unknownModel(
  path: FilePath,
  name: string,
  names: readonly string[],
  document: LocatedDocument,
): FileIssue {
  const place = document.placeOf(path);
  const expected = names.length === 0 ? 'a name under models' : `one of ${names.join(', ')}`;
  const issue = { kind: 'unknown_name', ...place, expected } as const;
  const complaint = `${place.path} names a model that is not under models`;
  const nearest = nearestName(name, names);
  if (nearest === undefined) return { ...issue, message: `${complaint}; expected ${expected}.` };
  return { ...issue, nearest, message: `${complaint}; did you mean "${nearest}"?` };
}
