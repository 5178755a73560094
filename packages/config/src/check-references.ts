import { scoreRanges, type FileIssue } from '@sr/core';
import { findRepeatedNames, findSharedUtterances } from './find-duplicates.ts';
import { findUnknownModels } from './find-unknown-models.ts';
import { heads } from './heads.ts';
import type { LocatedDocument } from './located-document.ts';
import type { RouterConfig } from './router-config.ts';

/** What no single value shows: names that refer to nothing, duplicates, settings that nothing reads. */
export function checkReferences(config: RouterConfig, document: LocatedDocument): FileIssue[] {
  return [...checkValues(config, document), ...findSharedUtterances(config, document)];
}

/** The same, but for utterances that several routes have. */
export function checkValues(config: RouterConfig, document: LocatedDocument): FileIssue[] {
  return [
    ...findUnknownModels(config, document),
    ...findRepeatedNames(config, document),
    ...findUnreadSettings(config, document),
    ...findThresholdsOffScale(config, document),
  ];
}

// Where the head does not read the key, whoever set it would believe in an effect that is not there, so
// it is an error and not ignored.
function findUnreadSettings(
  { head, expectedOutOfScope }: RouterConfig,
  document: LocatedDocument,
): FileIssue[] {
  if (expectedOutOfScope === undefined || head === 'auto') return [];
  const place = document.placeOfKey(['expectedOutOfScope']);
  const message = `${place.path} is not read by the head ${head}, only by auto; remove it.`;
  return [{ kind: 'unknown_key', ...place, message }];
}

// Which thresholds there can be depends on another key, so the schema allows those of any head.
function findThresholdsOffScale(config: RouterConfig, document: LocatedDocument): FileIssue[] {
  const [lowest, highest] = scoreRanges[heads[config.head]({}).scale];
  const thresholds = [
    { path: ['threshold'], threshold: config.threshold },
    ...config.routes.map(({ threshold }, i) => ({ path: ['routes', i, 'threshold'], threshold })),
  ];
  return thresholds
    .filter(({ threshold = lowest }) => threshold < lowest || threshold > highest)
    .map(({ path, threshold }) => {
      const place = document.placeOfKey(path);
      const expected = `a number from ${lowest} to ${highest}`;
      const message = `${place.path} must be ${expected}, the scale of the head ${config.head}; got ${threshold}.`;
      return { kind: 'invalid_value', ...place, message, expected };
    });
}
