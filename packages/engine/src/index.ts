export { createRouter } from './create-router.ts';
export { evaluate, type EvaluateOptions } from './evaluate.ts';
export type { Evaluation, LabelledCase } from './evaluation.ts';
export { autoHead, type AutoHeadSettings } from './heads/auto/auto-head.ts';
export { centroidHead } from './heads/centroid-head.ts';
export { maxHead } from './heads/max-head.ts';
export { meanHead } from './heads/mean-head.ts';
export { restoreRouter, type RestoreSettings } from './restore-router.ts';
export type {
  ChangeOptions,
  Progress,
  RankOptions,
  RouteOptions,
  Router,
  RouterOptions,
  RouterParts,
  RouterSettings,
} from './router.ts';
