import { closeElements, equal, equalElements, ok } from '../assert.ts';
import { seededRows } from '../seeded-rows.ts';
import { addRows, assertFindsBest, cosine, findHits, rowAt, type ExpectedRow } from './expected-rows.ts';
import { caseOf, exact, type IndexCase } from './index-case.ts';

/** What add, remove, replace and read promise. */
export const rowCases: readonly IndexCase[] = [
  {
    name: 'declares its dimensions, its exactness and its error bounds',
    async run(create) {
      const index = await create({ dimensions: 5 });
      equal(index.contract, 'index/1', 'contract');
      equal(index.dimensions, 5, 'dimensions');
      equal(index.size, 0, 'size of a new index');
      ok(index.id.length > 0, 'the id is empty');
      equal(typeof index.supports.exact, 'boolean', 'type of supports.exact');
      for (const bound of [index.supports.similarityError, index.supports.storageError]) {
        ok(bound >= 0 && bound < 1, `an error bound of ${bound} says nothing`);
      }
    },
  },
  caseOf('starts empty, and takes rows and gives them up until none is left, and again', (index) => {
    const query = rowAt(seededRows(1, 4, 1), 0, 4);
    let expected: ExpectedRow[] = [];
    const check = () => {
      equal(index.size, expected.length, 'size');
      assertFindsBest(index, expected, query, 10);
    };
    const removeFirst = (count: number) => {
      index.remove(expected.slice(0, count).map(({ id }) => id));
      expected = expected.slice(count);
    };
    check();
    for (const count of [2, 5]) {
      expected.push(...addRows(index, seededRows(count, 4, count)));
      check();
    }
    for (const count of [3, 4]) {
      removeFirst(count);
      check();
    }
    expected.push(...addRows(index, seededRows(3, 4, 3)));
    check();
  }),
  caseOf('ids ascend and are never given twice', (index) => {
    let highest = -1;
    for (const count of [3, 1, 4]) {
      const ids = index.add(seededRows(count, 4, count), new Int32Array(count));
      equal(ids.length, count, 'ids given');
      for (const id of ids) {
        ok(id > highest, `id ${id} is not above ${highest}`);
        highest = id;
      }
      index.remove(ids.subarray(count - 1)); // the highest: the one that a counter of rows gives again
    }
  }),
  caseOf('ids stay with their rows, whatever is added, removed or replaced', (index) => {
    const first = addRows(index, seededRows(6, 4, 1));
    index.remove([first[0]!.id, first[3]!.id]);
    const second = addRows(index, seededRows(3, 4, 2));
    const replacement = seededRows(1, 4, 3);
    index.replace([first[2]!.id], replacement);
    const expected = [first[1]!, { ...first[2]!, row: replacement }, first[4]!, first[5]!, ...second];
    for (const { id, row } of expected) {
      closeElements(index.read([id]), row, index.supports.storageError, `row ${id}`);
      equal(findHits(index, row, 1)[0]?.id, id, `row nearest to row ${id}`);
    }
  }),
  caseOf('replace overwrites a row, which keeps its id and its group', (index) => {
    const [row] = addRows(index, seededRows(1, 4, 1), () => 7);
    ok(row, 'add gave no id');
    const replacement = seededRows(1, 4, 2);
    index.replace([row.id], replacement);
    equal(index.size, 1, 'size');
    assertFindsBest(index, [{ ...row, row: replacement }], replacement, 2, { groups: [7] });
  }),
  caseOf('read returns rows as they were added, in the order asked for', (index) => {
    const expected = addRows(index, seededRows(5, 4, 1));
    for (const order of [[0, 1, 2, 3, 4], [3, 0, 3], []]) {
      const rows = index.read(order.map((position) => expected[position]!.id));
      const asked = order.flatMap((position) => Array.from(expected[position]!.row));
      closeElements(rows, asked, index.supports.storageError, 'rows read');
    }
  }),
  {
    name: 'brings rows of any length to unit length',
    async run(create) {
      const direction = Float32Array.of(1, -1, 1, 1, -1, 1, 1, 1);
      // The largest and the smallest elements that float32 has, and lengths between.
      for (const scale of [3.4e38, 1e30, 3, 1.0005 / Math.sqrt(8), 1e-30, 1e-42]) {
        const index = await create({ dimensions: 8 });
        const ids = index.add(
          direction.map((element) => element * scale),
          [0],
        );
        const unit = direction.map((element) => element / Math.sqrt(8));
        const tolerance = index.supports.storageError + 1e-6;
        closeElements(index.read(ids), unit, tolerance, `row with elements of ${scale}`);
        assertFindsBest(index, [{ id: ids[0]!, group: 0, row: unit }], unit, 1);
        index.replace(
          ids,
          direction.map((element) => -element * scale),
        );
        closeElements(
          index.read(ids),
          unit.map((x) => -x),
          tolerance,
          `replaced by elements of ${scale}`,
        );
      }
    },
  },
  caseOf('keeps no hold on its arguments', (index) => {
    const rows = seededRows(3, 4, 1);
    const groups = [0, 1, 2];
    const expected = addRows(index, rows, (position) => groups[position]!);
    rows.fill(0.5);
    groups.fill(9);
    const query = expected[0]!.row;
    assertFindsBest(index, expected, query, 3);
    assertFindsBest(index, expected, query, 3, { groups: [1, 2] });
  }),
  caseOf('leaves its arguments as they were', (index) => {
    const rows = seededRows(3, 4, 1).map((element) => 2 * element);
    const groups = [2, 0, 1];
    const before = { rows: rows.slice(), groups: [...groups] };
    const ids = Array.from(index.add(rows, groups)).reverse();
    const idsBefore = [...ids];
    index.search(rows, 2, { groups });
    index.bestPerGroup(rows, 3);
    index.read(ids);
    index.replace(ids, rows);
    index.remove(ids);
    equalElements(rows, before.rows, 'rows after the calls');
    equalElements(groups, before.groups, 'groups after the calls');
    equalElements(ids, idsBefore, 'ids after the calls');
  }),
  caseOf('results are fresh: later calls do not change them', (index) => {
    const call = (seed: number) => {
      const ids = index.add(seededRows(2, 4, seed), [0, 1]);
      const query = seededRows(1, 4, seed + 100);
      const { ids: found, similarities, counts } = index.search(query, 4);
      return [ids, found, similarities, counts, index.bestPerGroup(query, 2), index.read(ids)];
    };
    const results = call(1);
    const copies = results.map((result) => result.slice());
    call(2);
    for (const [i, result] of results.entries()) equalElements(result, copies[i]!, `result ${i}`);
  }),
  caseOf('remove takes an id that is named twice for one', (index) => {
    const expected = addRows(index, seededRows(4, 4, 1));
    const { id } = expected[1]!;
    index.remove([id, id]);
    equal(index.size, 3, 'size');
    const left = expected.filter((row) => row.id !== id);
    assertFindsBest(index, left, left[0]!.row, 4);
  }),
  {
    name: 'grows from one row to thousands and loses none',
    when: exact,
    async run(create) {
      const dimensions = 24;
      const index = await create({ dimensions });
      const expected: ExpectedRow[] = [];
      for (let count = 1, seed = 1; expected.length < 3000; count = Math.ceil(count * 1.5), seed++) {
        expected.push(...addRows(index, seededRows(count, dimensions, seed), (position) => position % 5));
        equal(index.size, expected.length, 'size');
        for (const row of [expected[0]!.row, expected.at(-1)!.row]) assertFindsBest(index, expected, row, 3);
      }
      const rows = index.read(expected.map(({ id }) => id));
      for (const [i, { id, row }] of expected.entries()) {
        ok(cosine(rowAt(rows, i, dimensions), row) > 0.999, `row ${id} is no longer what was added`);
      }
    },
  },
];
