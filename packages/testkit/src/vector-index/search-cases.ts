import type { IndexFactory } from '@sr/core';
import { close, equal, equalElements, ok } from '../assert.ts';
import { seededClusters, seededNearDuplicates, seededRows } from '../seeded-rows.ts';
import { addRows, assertBestPerGroup, assertFindsBest, findHits, rowAt } from './expected-rows.ts';
import { caseOf, exact, type IndexCase } from './index-case.ts';

/** What search promises without a filter. */
export const searchCases: readonly IndexCase[] = [
  caseOf('identical is 1, orthogonal 0, opposite −1', (index) => {
    const identical = [0.5, -0.5, 0.5, -0.5];
    const orthogonal = [0.5, 0.5, -0.5, -0.5];
    const opposite = [-0.5, 0.5, -0.5, 0.5];
    index.add(Float32Array.from([...opposite, ...identical, ...orthogonal]), [0, 0, 0]);
    const similarities = findHits(index, Float32Array.from(identical), 3).map((hit) => hit.similarity);
    equal(similarities.length, 3, 'rows found');
    for (const [rank, expected] of [1, 0, -1].entries()) {
      close(similarities[rank]!, expected, index.supports.similarityError, `similarity at rank ${rank}`);
    }
  }),
  {
    name: 'finds the k nearest rows, best first, for k below and at the number of rows',
    when: exact,
    async run(create) {
      const dimensions = 16;
      const index = await create({ dimensions });
      const { rows, groups } = seededClusters({
        count: 150,
        dimensions,
        clusterCount: 9,
        spread: 0.8,
        seed: 1,
      });
      const expected = addRows(index, rows, (position) => groups[position]!);
      for (const k of [1, 2, 5, 64, 149, 150]) {
        for (let seed = 10; seed < 15; seed++)
          assertFindsBest(index, expected, seededRows(1, dimensions, seed), k);
      }
    },
  },
  caseOf('counts say how many rows were found where k is larger', (index) => {
    const expected = addRows(index, seededRows(3, 4, 1));
    const queries = seededRows(2, 4, 2);
    const { ids, similarities, counts } = index.search(queries, 5);
    equalElements(counts, [3, 3], 'counts');
    equal(ids.length, 10, 'length of ids');
    equal(similarities.length, 10, 'length of similarities');
    assertFindsBest(index, expected, rowAt(queries, 1, 4), 1000);
  }),
  {
    name: 'compares all elements, whatever the dimensions',
    when: exact,
    async run(create) {
      for (const dimensions of [1, 3, 7, 8, 384, 768, 1536]) await compareWithReference(create, dimensions);
    },
  },
  caseOf('exact ties go to the lower id', (index) => {
    const twin = seededRows(1, 4, 1);
    const other = seededRows(1, 4, 2);
    const expected = addRows(
      index,
      Float32Array.from([...other, ...twin, ...twin, ...other, ...twin, ...twin]),
    );
    // Rows that move into the places of others, or come later into their own, are still told by their ids.
    index.remove([expected[1]!.id]);
    index.replace([expected[0]!.id], twin);
    expected.push(...addRows(index, Float32Array.from([...twin, ...other, ...twin])));
    const twins = [0, 2, 4, 5, 6, 8].map((position) => expected[position]!.id);
    for (const k of [1, 2, 5, 6, 8]) {
      const found = findHits(index, twin, k).slice(0, twins.length);
      equalElements(
        found.map(({ id }) => id),
        twins.slice(0, k),
        `${k} nearest of equal rows`,
      );
    }
  }),
  {
    name: 'orders near duplicates by the similarity that it returns, then by id',
    async run(create) {
      const dimensions = 32;
      const index = await create({ dimensions });
      const rows = seededNearDuplicates(200, dimensions, 1);
      addRows(index, rows);
      const hits = findHits(index, rowAt(rows, 0, dimensions), 200);
      for (const [rank, { id, similarity }] of hits.entries()) {
        const previous = hits[rank - 1] ?? { id: -1, similarity: Infinity };
        const inOrder =
          similarity < previous.similarity || (similarity === previous.similarity && id > previous.id);
        ok(inOrder, `row ${id} comes after row ${previous.id}, both ${similarity}`);
      }
    },
  },
  {
    name: 'similarities stay within −1 and 1',
    async run(create) {
      for (const dimensions of [3, 384]) {
        const index = await create({ dimensions });
        const rows = seededRows(50, dimensions, 1);
        addRows(index, rows);
        const opposites = rows.map((element) => -element);
        for (const queries of [rows, opposites]) {
          const found = [index.search(queries, 50).similarities, index.bestPerGroup(queries, 1)];
          for (const similarity of found.flatMap((similarities) => Array.from(similarities))) {
            ok(similarity >= -1 && similarity <= 1, `a similarity of ${similarity}`);
          }
        }
      }
    },
  },
  caseOf('each query of a batch is answered as if it came alone', (index) => {
    const expected = addRows(index, seededRows(20, 4, 1), (position) => position % 3);
    const queries = seededRows(7, 4, 2);
    const { similarityError } = index.supports;
    const batch = index.search(queries, 4, { groups: [0, 2] });
    const bestOfBatch = index.bestPerGroup(queries, 3);
    equal(batch.counts.length, 7, 'length of counts');
    for (let i = 0; i < 7; i++) {
      const alone = findHits(index, rowAt(queries, i, 4), 4, { groups: [0, 2] });
      equal(batch.counts[i], alone.length, `count of query ${i}`);
      for (const [rank, { similarity }] of alone.entries()) {
        close(batch.similarities[i * 4 + rank]!, similarity, similarityError, `query ${i}, rank ${rank}`);
        const { row } = expected.find(({ id }) => id === batch.ids[i * 4 + rank])!;
        const [again] = findHits(index, row, 1);
        equal(again?.id, batch.ids[i * 4 + rank], `row of query ${i}, rank ${rank}`);
      }
      const best = index.bestPerGroup(rowAt(queries, i, 4), 3);
      for (const [group, similarity] of best.entries()) {
        close(bestOfBatch[i * 3 + group]!, similarity, similarityError, `query ${i}, group ${group}`);
      }
    }
  }),
  caseOf('brings queries of any length to unit length', (index) => {
    const rows = seededRows(3, 4, 1);
    const expected = addRows(index, rows, (position) => position);
    for (const scale of [3e38, 1e30, 1.1, 1.0005, 0.9999991, 1e-30, 1e-41]) {
      const query = rowAt(rows, 1, 4).map((element) => element * scale);
      assertFindsBest(index, expected, query, 3);
      assertBestPerGroup(index, expected, query, 3);
    }
  }),
  caseOf('no rows and no queries are a valid call', (index) => {
    const none = new Float32Array(0);
    const query = seededRows(1, 4, 1);
    const check = () => {
      equal(index.add(none, []).length, 0, 'ids of no rows');
      index.replace([], none);
      index.remove([]);
      equal(index.read([]).length, 0, 'rows of no ids');
      const { ids, similarities, counts } = index.search(none, 3);
      equal(ids.length + similarities.length + counts.length, 0, 'entries for no queries');
      equal(index.bestPerGroup(none, 3).length, 0, 'best similarities for no queries');
    };
    check();
    equalElements(index.search(query, 3).counts, [0], 'counts in an empty index');
    equalElements(index.bestPerGroup(query, 2), [-Infinity, -Infinity], 'best per group in an empty index');
    index.add(query, [0]);
    check();
    equal(index.size, 1, 'size');
  }),
];

async function compareWithReference(create: IndexFactory, dimensions: number): Promise<void> {
  const index = await create({ dimensions });
  const expected = addRows(index, seededRows(21, dimensions, dimensions), (position) => position % 4);
  for (let seed = 50; seed < 53; seed++) {
    const query = seededRows(1, dimensions, seed);
    assertFindsBest(index, expected, query, 5);
    assertBestPerGroup(index, expected, query, 4);
  }
}
