import { candidateAt, scoreCandidates, swapCandidates, widthOf } from './candidate';
import { groupOf } from './groups';

/**
 * A search for the best float32 score of each group that scores few rows in float32. A row is a candidate
 * while its upper bound reaches what its group is known to have.
 */
@unmanaged
class GroupSearch {
  groupCount: i32;
  /** Address of float32 [groupCount]: what a row of the group scores at least; −Infinity at first. */
  lowers: usize;
  /** Address of float32 [groupCount]: the best float32 scores; −Infinity at first. */
  best: usize;
  /** Address of `Candidate`s. */
  candidates: usize;
  candidateCount: i32;
  /** Rows scored in float32 so far. */
  rescored: i32;
}

/** Like `collectBest`. Rows of groups from `groupCount` on are left out. */
export function collectPerGroup(
  chunk: usize,
  first: i32,
  end: i32,
  scores: usize,
  rows: usize,
  rowBytes: usize,
  query: usize,
  address: usize,
): void {
  const search = changetype<GroupSearch>(address);
  for (let row = first; row < end; row++) {
    const group = groupOf(chunk, row);
    if (group >= search.groupCount) continue;
    const score = load<f32>(scores + ((<usize>row) << 2));
    const width = widthOf(chunk, row, query);
    const slot = search.lowers + ((<usize>group) << 2);
    const lower = load<f32>(slot);
    if (score + width < lower) continue;
    store<f32>(slot, max(lower, score - width));
    const candidate = candidateAt(search.candidates, search.candidateCount++);
    candidate.row = rows + <usize>row * rowBytes;
    candidate.label = group;
    candidate.upper = score + width;
    candidate.lower = score - width;
  }
}

/** Like `rescoreBest`. */
export function rescorePerGroup(address: usize, query: usize, stride: i32): void {
  const search = changetype<GroupSearch>(address);
  const list = search.candidates;
  let first = 0;
  for (let i = 0; i < search.candidateCount; i++) {
    const candidate = candidateAt(list, i);
    if (candidate.lower >= load<f32>(search.lowers + ((<usize>candidate.label) << 2))) {
      swapCandidates(list, i, first++);
    }
  }
  rescore(search, 0, first, query, stride);
  let end = first;
  for (let i = first; i < search.candidateCount; i++) {
    const candidate = candidateAt(list, i);
    if (candidate.upper > load<f32>(search.lowers + ((<usize>candidate.label) << 2))) {
      swapCandidates(list, i, end++);
    }
  }
  rescore(search, first, end, query, stride);
  search.candidateCount = 0;
}

function rescore(search: GroupSearch, first: i32, end: i32, query: usize, stride: i32): void {
  scoreCandidates(search.candidates, first, end, query, stride);
  search.rescored += end - first;
  for (let i = first; i < end; i++) {
    const candidate = candidateAt(search.candidates, i);
    const offset = (<usize>candidate.label) << 2;
    const score = candidate.upper;
    if (score > load<f32>(search.best + offset)) store<f32>(search.best + offset, score);
    if (score > load<f32>(search.lowers + offset)) store<f32>(search.lowers + offset, score);
  }
}
