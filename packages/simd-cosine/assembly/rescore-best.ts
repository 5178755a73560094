import { offerKey, scoreOf, toKey } from './best-keys';
import { queryErrorOffset, queryNormOffset } from './int8-query';
import { candidateAt, scoreCandidates, swapCandidates, uppersOf, widthOf } from './candidate';

/**
 * A search for the best `keep` rows by float32 score that scores few rows in float32. `bar` only rises:
 * at least `keep` rows are known to score that or more, so a row whose upper bound is below it is not
 * among the best. A row at the bar may still win by its id.
 */
@unmanaged
class BestSearch {
  /** At least 1. */
  keep: i32;
  /** −f32.MAX_VALUE at first, so that rows at −Infinity are never candidates. */
  bar: f32;
  /** Address of keys, 8 bytes each, [keep]: the best lower bounds, a heap. */
  lowers: usize;
  lowersHeld: i32;
  /** Address of keys, 8 bytes each, [keep]: the best float32 scores, a heap as `keepBest` makes it. */
  hits: usize;
  hitsHeld: i32;
  /** Address of `Candidate`s. */
  candidates: usize;
  candidateCount: i32;
  /** Rows scored in float32 so far. */
  rescored: i32;
}

/**
 * Adds rows `first` … `end` − 1 of a chunk that may be among the best to the candidates; there must be
 * room for all of them.
 *
 * first     a multiple of 8
 * scores    float32 [256], as `scoreInt8` wrote them
 * rows      float32 [256, stride]: the same rows as they were before quantisation
 * rowBytes  4 × stride
 * query     as `storeInt8Query` wrote it
 */
export function collectBest(
  chunk: usize,
  first: i32,
  end: i32,
  scores: usize,
  rows: usize,
  rowBytes: usize,
  query: usize,
  address: usize,
): void {
  const search = changetype<BestSearch>(address);
  const norm_f32x4 = v128.load32_splat(query, queryNormOffset);
  const error_f32x4 = v128.load32_splat(query, queryErrorOffset);
  for (let eight = first; eight < end; eight += 8) {
    const bar_f32x4 = f32x4.splat(search.bar);
    const mayBeBest = v128.or(
      f32x4.ge(uppersOf(chunk, scores, eight, norm_f32x4, error_f32x4), bar_f32x4),
      f32x4.ge(uppersOf(chunk, scores, eight + 4, norm_f32x4, error_f32x4), bar_f32x4),
    );
    if (!v128.any_true(mayBeBest)) continue;
    const eightEnd = min(eight + 8, end);
    for (let row = eight; row < eightEnd; row++) {
      const score = load<f32>(scores + ((<usize>row) << 2));
      const width = widthOf(chunk, row, query);
      if (score + width < search.bar) continue;
      const candidate = candidateAt(search.candidates, search.candidateCount++);
      candidate.row = rows + <usize>row * rowBytes;
      candidate.label = load<i32>(chunk + ((<usize>row) << 2));
      candidate.upper = score + width;
      candidate.lower = score - width;
      const key = toKey(candidate.lower, candidate.label);
      search.lowersHeld = offerKey(search.lowers, search.lowersHeld, search.keep, key);
      if (search.lowersHeld == search.keep) search.bar = max(search.bar, scoreOf(load<u64>(search.lowers)));
    }
  }
}

/**
 * Scores the candidates in float32 as far as needed, and forgets them.
 *
 * query  float32 [stride]
 */
export function rescoreBest(address: usize, query: usize, stride: i32): void {
  const search = changetype<BestSearch>(address);
  const list = search.candidates;
  // Those that made the bar come first: their float32 scores raise it for the others.
  let first = 0;
  for (let i = 0; i < search.candidateCount; i++) {
    if (candidateAt(list, i).lower >= search.bar) swapCandidates(list, i, first++);
  }
  rescore(search, 0, first, query, stride);
  let end = first;
  for (let i = first; i < search.candidateCount; i++) {
    if (candidateAt(list, i).upper >= search.bar) swapCandidates(list, i, end++);
  }
  rescore(search, first, end, query, stride);
  search.candidateCount = 0;
}

function rescore(search: BestSearch, first: i32, end: i32, query: usize, stride: i32): void {
  scoreCandidates(search.candidates, first, end, query, stride);
  search.rescored += end - first;
  for (let i = first; i < end; i++) {
    const candidate = candidateAt(search.candidates, i);
    const key = toKey(candidate.upper, candidate.label);
    search.hitsHeld = offerKey(search.hits, search.hitsHeld, search.keep, key);
  }
  if (search.hitsHeld == search.keep) search.bar = max(search.bar, scoreOf(load<u64>(search.hits)));
}
