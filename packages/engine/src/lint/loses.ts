import type { Standing } from './route-view.ts';

/** Whether another route is nearer both by its best utterance and by its mean direction; one alone is often chance. */
export function loses({ own, rival }: Standing): boolean {
  if (own === undefined || rival === undefined) return false;
  return rival.best > own.best && rival.centroid > own.centroid;
}

/** Below 0 where another route is nearer; undefined where there is nothing to compare. */
export function marginOf({ own, rival }: Standing): number | undefined {
  return own && rival && own.mean - rival.mean;
}
