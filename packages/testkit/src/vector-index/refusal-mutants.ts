import { SrError, type IndexFactory, type VectorIndex } from '@sr/core';
import { rowAt } from './expected-rows.ts';
import { mutantOf, type IndexMutant } from './index-mutant.ts';

/** One broken promise of `refusalCases` each. */
export const refusalMutants: readonly IndexMutant[] = [
  {
    name: 'rounds dimensions to the nearest that it can take',
    caughtBy: 'refuses dimensions that are not a whole number above 0',
    mutate:
      (create: IndexFactory): IndexFactory =>
      ({ dimensions }) =>
        create({ dimensions: toWhole(dimensions, 1) }),
  },
  mutantOf(
    'rounds k to the nearest that it can take',
    'refuses a k that is not a whole number above 0',
    (right) => ({
      search: (queries, k, filter) => right.search(queries, toWhole(k, 1), filter),
    }),
  ),
  mutantOf(
    'takes a bad groupCount for 0',
    'refuses a groupCount that is not a whole number from 0',
    (right) => ({
      bestPerGroup: (queries, groupCount) => right.bestPerGroup(queries, toWhole(groupCount, 0)),
    }),
  ),
  mutantOf(
    'stores groups as a typed array makes them',
    'refuses groups that are not integers from 0 to 2³¹ − 1',
    (right) => ({ add: (rows, groups) => right.add(rows, Uint16Array.from(groups)) }),
  ),
  mutantOf(
    'puts rows without a group into group 0',
    'refuses groups or ids that are not as many as the rows',
    (right) => ({
      add(rows, groups) {
        const padded = Array.from({ length: rows.length / right.dimensions }, (_, i) => groups[i] ?? 0);
        return right.add(rows, padded);
      },
    }),
  ),
  mutantOf(
    'adds row by row, so that those before a bad one stay',
    'refuses a zero vector, also as the last of many',
    (right) => ({
      add(rows, groups) {
        const positions = Array.from(groups).keys();
        const ids = Array.from(
          positions,
          (i) => right.add(rowAt(rows, i, right.dimensions), [groups[i]!])[0]!,
        );
        return Int32Array.from(ids);
      },
    }),
  ),
  mutantOf(
    'takes NaN for 0',
    'refuses a vector with NaN or infinite elements, also as the last of many',
    (right) => ({
      search: (queries, k, filter) =>
        right.search(
          queries.map((x) => x || 0),
          k,
          filter,
        ),
    }),
  ),
  mutantOf(
    'cuts what is more than whole rows',
    'refuses rows and queries of another number of elements',
    (right) => ({
      search(queries, k, filter) {
        const whole = queries.length - (queries.length % right.dimensions);
        return right.search(queries.subarray(0, whole), k, filter);
      },
    }),
  ),
  mutantOf(
    'removes id after id, so that those before an unknown one are gone',
    'remove of an unknown id throws and removes nothing',
    (right) => ({
      remove(ids) {
        for (const id of Array.from(ids)) right.remove([id]);
      },
    }),
  ),
  mutantOf(
    'reads zeros where an id is unknown',
    'replace and read of an unknown id throw and change nothing',
    (right) => ({
      read(ids) {
        try {
          return right.read(ids);
        } catch {
          return new Float32Array(ids.length * right.dimensions);
        }
      },
    }),
  ),
  mutantOf('does not say who it is', 'its errors name the index that refused', (right) => ({
    remove: (ids) => {
      anonymously(right, () => {
        right.remove(ids);
      });
    },
  })),
];

function toWhole(value: number, least: number): number {
  return Math.max(least, Math.trunc(value) || 0);
}

function anonymously(index: VectorIndex, call: () => void): void {
  try {
    call();
  } catch (error) {
    if (!SrError.is(error)) throw error;
    throw new SrError(error.code, error.message.replaceAll(index.id, 'an index'), error.details);
  }
}
