/** Why a decision fell as it did. The list is closed: a new reason is a new major version. */
export const reasons = [
  'semantic_match',
  'rule_match',
  'explicit_model',
  'pinned_session',
  'below_threshold',
  'ambiguous',
  'empty_query',
  'encoder_error',
  'encoder_timeout',
  'backend_error',
  'backend_timeout',
  'backend_unavailable',
] as const;

export type Reason = (typeof reasons)[number];
