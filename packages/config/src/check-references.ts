import type { FileIssue } from '@sr/core';
import { findDuplicates } from './find-duplicates.ts';
import { findUnknownModels } from './find-unknown-models.ts';
import { headNames } from './heads.ts';
import type { LocatedDocument } from './located-document.ts';
import type { RouterConfig } from './router-config.ts';

/** What no single value shows: names that refer to nothing, duplicates, settings that nothing reads. */
export function checkReferences(config: RouterConfig, document: LocatedDocument): FileIssue[] {
  return [
    ...findUnknownModels(config, document),
    ...findDuplicates(config, document),
    ...findUnreadSettings(config, document),
  ];
}

// The format has this key for calibrated heads. Where the head does not read it, whoever set it would
// believe in an effect that is not there, so it is an error and not ignored.
function findUnreadSettings(
  { head, expectedOutOfScope }: RouterConfig,
  document: LocatedDocument,
): FileIssue[] {
  if (expectedOutOfScope === undefined) return [];
  const place = document.placeOfKey(['expectedOutOfScope']);
  const message = `${place.path} is not read by the head ${head}, nor by another of ${headNames.join(', ')}; remove it.`;
  return [{ kind: 'unknown_key', ...place, message }];
}
