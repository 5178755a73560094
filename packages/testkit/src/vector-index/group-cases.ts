import { equal, equalElements } from '../assert.ts';
import { seededClusters, seededRows } from '../seeded-rows.ts';
import { addRows, assertBestPerGroup, assertFindsBest, findHits, rowAt } from './expected-rows.ts';
import { caseOf, exact, type IndexCase } from './index-case.ts';

/** What filters and bestPerGroup promise. */
export const groupCases: readonly IndexCase[] = [
  {
    name: 'a filter searches the rows of its groups only, and all of them',
    when: exact,
    async run(create) {
      const dimensions = 12;
      const index = await create({ dimensions });
      const { rows, groups } = seededClusters({
        count: 120,
        dimensions,
        clusterCount: 6,
        spread: 0.2,
        seed: 1,
      });
      const largestGroup = 2 ** 31 - 1;
      const groupOf = (position: number) => (groups[position] === 5 ? largestGroup : groups[position]!);
      const expected = addRows(index, rows, groupOf);
      // Clusters are tight: the rows nearest to a query of cluster 0 are all in a group that most filters leave out.
      for (const filter of [[0], [4, 2], [2, 2], [largestGroup, 1], [99, 3], [0, 1, 2, 3, 4, largestGroup]]) {
        for (const k of [1, 5, 30, 200]) {
          assertFindsBest(index, expected, rowAt(rows, 0, dimensions), k, { groups: filter });
        }
      }
    },
  },
  caseOf('a filter that no row passes finds nothing', (index) => {
    addRows(index, seededRows(5, 4, 1), (position) => position);
    for (const groups of [[], [5], [-1], [2 ** 31 - 1], [0.5], [2 ** 32]]) {
      equal(
        findHits(index, seededRows(1, 4, 2), 3, { groups }).length,
        0,
        `rows found in groups [${groups.join()}]`,
      );
    }
  }),
  {
    name: 'bestPerGroup looks at all rows of a group, not at the nearest few',
    when: exact,
    async run(create) {
      const dimensions = 12;
      const index = await create({ dimensions });
      const { rows, groups } = seededClusters({
        count: 140,
        dimensions,
        clusterCount: 7,
        spread: 0.4,
        seed: 1,
      });
      let expected = addRows(index, rows, (position) => groups[position]!);
      const check = () => {
        for (let seed = 20; seed < 25; seed++) {
          assertBestPerGroup(index, expected, seededRows(1, dimensions, seed), 7);
        }
      };
      check();
      const removed = expected.filter(({ group, id }) => group === 3 || id % 5 === 0).map(({ id }) => id);
      index.remove(removed);
      expected = expected.filter(({ id }) => !removed.includes(id));
      check();
    },
  },
  {
    name: 'bestPerGroup is the similarity of the best row that search finds in the group',
    when: exact,
    async run(create) {
      const index = await create({ dimensions: 7 });
      addRows(index, seededRows(40, 7, 1), (position) => position % 6);
      for (let seed = 2; seed < 6; seed++) {
        const query = seededRows(1, 7, seed);
        for (const [group, best] of index.bestPerGroup(query, 6).entries()) {
          const [nearest] = findHits(index, query, 1, { groups: [group] });
          equal(best, nearest?.similarity, `best of group ${group}`);
        }
      }
    },
  },
  caseOf('bestPerGroup is −Infinity for a group without rows', (index) => {
    const expected = addRows(index, seededRows(3, 4, 1), (position) => 2 * position);
    assertBestPerGroup(index, expected, seededRows(1, 4, 2), 7);
    index.remove([expected[1]!.id]);
    assertBestPerGroup(index, [expected[0]!, expected[2]!], seededRows(1, 4, 2), 7);
  }),
  caseOf('bestPerGroup leaves out groups from groupCount on', (index) => {
    const groups = [0, 1, 4, 2 ** 31 - 1];
    const expected = addRows(index, seededRows(4, 4, 1), (position) => groups[position]!);
    for (const groupCount of [1, 2, 4, 5]) {
      for (const { row } of expected) assertBestPerGroup(index, expected, row, groupCount);
    }
    equalElements(index.bestPerGroup(seededRows(1, 4, 2), 0), [], 'best of no groups');
  }),
];
