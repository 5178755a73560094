import { mutantOf, type IndexMutant } from './index-mutant.ts';

/** One broken promise of `groupCases` each. */
export const groupMutants: readonly IndexMutant[] = [
  mutantOf(
    'ignores the filter',
    'a filter searches the rows of its groups only, and all of them',
    (right) => ({
      search: (queries, k) => right.search(queries, k),
    }),
  ),
  mutantOf(
    'filters what a search without the filter has found',
    'a filter searches the rows of its groups only, and all of them',
    (right) => ({
      search(queries, k, filter) {
        const passing = filter ? right.search(queries, right.size, filter) : undefined;
        const result = right.search(queries, k);
        const counts = result.counts.map(
          (_, i) =>
            result.ids.subarray(i * k, (i + 1) * k).filter((id) => passing?.ids.includes(id) ?? true).length,
        );
        return { ...result, counts };
      },
    }),
  ),
  mutantOf('takes an empty filter for none', 'a filter that no row passes finds nothing', (right) => ({
    search: (queries, k, filter) => right.search(queries, k, filter?.groups.length ? filter : undefined),
  })),
  mutantOf(
    'takes the best of a group from the five nearest rows',
    'bestPerGroup looks at all rows of a group, not at the nearest few',
    (right) => ({
      bestPerGroup(queries, groupCount) {
        const fifth = right.search(queries, 5).similarities[4]!;
        return right.bestPerGroup(queries, groupCount).map((best) => (best >= fifth ? best : -Infinity));
      },
    }),
  ),
  mutantOf(
    'rounds the best of a group to 16 bits',
    'bestPerGroup is the similarity of the best row that search finds in the group',
    (right) => ({
      bestPerGroup: (queries, groupCount) =>
        right.bestPerGroup(queries, groupCount).map((best) => Math.round(best * 2 ** 15) / 2 ** 15),
    }),
  ),
  mutantOf('scores groups without rows 0', 'bestPerGroup is −Infinity for a group without rows', (right) => ({
    bestPerGroup: (queries, groupCount) =>
      right.bestPerGroup(queries, groupCount).map((best) => (best === -Infinity ? 0 : best)),
  })),
  mutantOf(
    'counts groups beyond the last among its rows',
    'bestPerGroup leaves out groups from groupCount on',
    (right) => ({
      bestPerGroup(queries, groupCount) {
        const best = right.bestPerGroup(queries, groupCount);
        if (groupCount > 0) best[groupCount - 1] = right.search(queries, 1).similarities[0]!;
        return best;
      },
    }),
  ),
];
