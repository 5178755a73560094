import { SrError, type SrErrorCode, type VectorIndex } from '@sr/core';
import { closeElements, equal, ok, rejects, throws } from '../assert.ts';
import { seededRows } from '../seeded-rows.ts';
import { addRows, assertFindsBest } from './expected-rows.ts';
import { caseOf, type IndexCase } from './index-case.ts';

const notWhole = [-1, 0.5, NaN, Infinity, -Infinity];

/** What an index refuses, and that a refused call has changed nothing. */
export const refusalCases: readonly IndexCase[] = [
  {
    name: 'refuses dimensions that are not a whole number above 0',
    async run(create) {
      for (const dimensions of [0, ...notWhole]) {
        // A factory may throw or reject.
        const call = Promise.resolve().then(() => create({ dimensions }));
        await rejects(call, isRangeError, `dimensions: ${dimensions}`);
      }
    },
  },
  caseOf('refuses a k that is not a whole number above 0', (index) => {
    addRows(index, seededRows(3, 4, 1));
    for (const k of [0, ...notWhole]) {
      throws(() => index.search(seededRows(1, 4, 2), k), isRangeError, `k: ${k}`);
    }
  }),
  caseOf('refuses a groupCount that is not a whole number from 0', (index) => {
    addRows(index, seededRows(3, 4, 1));
    for (const groupCount of notWhole) {
      const call = () => index.bestPerGroup(seededRows(1, 4, 2), groupCount);
      throws(call, isRangeError, `groupCount: ${groupCount}`);
    }
  }),
  caseOf('refuses groups that are not integers from 0 to 2³¹ − 1', (index) => {
    refusesUnchanged(index, isRangeError, (rows) =>
      [-1, 2 ** 31, 0.5, NaN].map((group) => () => index.add(rows, [0, group])),
    );
  }),
  caseOf('refuses groups or ids that are not as many as the rows', (index) => {
    refusesUnchanged(index, isRangeError, (rows, ids) => [
      () => index.add(rows, [0]),
      () => index.add(rows, [0, 0, 0]),
      () => {
        index.replace([ids[0]!], rows);
      },
      () => {
        index.replace([...ids, ids[0]!], rows);
      },
    ]);
  }),
  caseOf('refuses a zero vector, also as the last of many', (index) => {
    refusesVector(index, [0, 0, 0, 0], 'zero');
  }),
  caseOf('refuses a vector with NaN or infinite elements, also as the last of many', (index) => {
    for (const element of [NaN, Infinity, -Infinity]) refusesVector(index, [1, 0, element, 0], 'not_finite');
  }),
  caseOf('refuses rows and queries of another number of elements', (index) => {
    const matches = (error: unknown) =>
      SrError.is(error, 'SR_DIMENSION_MISMATCH') &&
      error.details.expected === 4 &&
      error.details.actual === 7;
    refusesUnchanged(index, matches, (rows, ids) => {
      const short = rows.subarray(0, 7);
      return [
        () => index.add(short, [0]),
        () => index.add(short, [0, 0]),
        () => {
          index.replace(ids, short);
        },
        () => index.search(short, 1),
        () => index.bestPerGroup(short, 1),
      ];
    });
  }),
  caseOf('remove of an unknown id throws and removes nothing', (index) => {
    refusesUnchanged(index, hasCode('SR_UNKNOWN_ROW'), (_rows, ids) => [
      () => {
        index.remove([...ids, 99]);
      },
      () => {
        index.remove([-1, ...ids]);
      },
      () => {
        index.remove([0.5]);
      },
    ]);
    const { id } = addRows(index, seededRows(1, 4, 5))[0]!;
    index.remove([id]);
    throws(
      () => {
        index.remove([id]);
      },
      isUnknownRow(id),
      `removing row ${id} again`,
    );
  }),
  caseOf('replace and read of an unknown id throw and change nothing', (index) => {
    refusesUnchanged(index, isUnknownRow(99), (rows, ids) => [
      () => {
        index.replace([ids[0]!, 99], rows);
      },
      () => index.read([ids[0]!, 99]),
    ]);
  }),
  caseOf('its errors name the index that refused', (index) => {
    const namesIndex = (error: unknown) => error instanceof Error && error.message.includes(index.id);
    refusesUnchanged(index, namesIndex, (rows) => [
      () => index.add(rows.subarray(1), [0, 0]),
      () => index.add(new Float32Array(4), [0]),
      () => index.add(rows, [0, -1]),
      () => index.search(rows, 0),
      () => index.bestPerGroup(rows, -1),
      () => {
        index.remove([99]);
      },
    ]);
  }),
];

function isRangeError(error: unknown): boolean {
  return error instanceof RangeError;
}

function hasCode(code: SrErrorCode): (error: unknown) => boolean {
  return (error) => SrError.is(error, code);
}

function isUnknownRow(id: number): (error: unknown) => boolean {
  return (error) => SrError.is(error, 'SR_UNKNOWN_ROW') && error.details.id === id;
}

function refusesVector(index: VectorIndex, vector: readonly number[], reason: 'zero' | 'not_finite'): void {
  const isSecondRow = (error: unknown) =>
    SrError.is(error, 'SR_INVALID_VECTOR') && error.details.reason === reason && error.details.row === 1;
  refusesUnchanged(index, isSecondRow, (rows, ids) => {
    const lastIsBad = Float32Array.from([...rows.subarray(0, 4), ...vector]);
    return [
      () => index.add(lastIsBad, [0, 0]),
      () => {
        index.replace(ids, lastIsBad);
      },
      () => index.search(lastIsBad, 1),
      () => index.bestPerGroup(lastIsBad, 1),
    ];
  });
}

/** Adds two rows; each call, made with two other rows and the two ids, must throw and change nothing. */
function refusesUnchanged(
  index: VectorIndex,
  matches: (error: unknown) => boolean,
  calls: (rows: Float32Array, ids: readonly number[]) => readonly (() => unknown)[],
): void {
  const expected = addRows(index, seededRows(2, 4, 1));
  const ids = expected.map(({ id }) => id);
  for (const [i, call] of calls(seededRows(2, 4, 2), ids).entries()) {
    throws(call, matches, `call ${i}`);
    equal(index.size, 2, `size after refused call ${i}`);
    for (const { id, row } of expected) {
      closeElements(index.read([id]), row, index.supports.storageError, `row ${id} after refused call ${i}`);
    }
    assertFindsBest(index, expected, expected[0]!.row, 3);
  }
  index.remove(ids); // so that a case can go through this more than once
  ok(index.size === 0, 'rows are left after the removal of all');
}
