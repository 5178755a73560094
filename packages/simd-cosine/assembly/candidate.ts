import { queryErrorOffset, queryNormOffset } from './int8-query';
import { errorsOffset } from './row-chunk';
import { cosinesFloat32 } from './score-float32';

/**
 * A row whose int8 score says that it may be among the best. Its float32 score is within `lower` and
 * `upper`, int8-query.ts says why; once it is known, both are that score.
 */
@unmanaged
export class Candidate {
  /** Address of float32 [stride]. */
  row: usize;
  /** The row's id, or its group, whichever is asked for. */
  label: i32;
  upper: f32;
  lower: f32;
}

/** The candidate at `position` of a list. */
// @ts-ignore: decorator
@inline
export function candidateAt(list: usize, position: i32): Candidate {
  return changetype<Candidate>(list + <usize>position * offsetof<Candidate>());
}

export function swapCandidates(list: usize, a: i32, b: i32): void {
  const addressA = changetype<usize>(candidateAt(list, a));
  const addressB = changetype<usize>(candidateAt(list, b));
  const candidateA = v128.load(addressA);
  v128.store(addressA, v128.load(addressB));
  v128.store(addressB, candidateA);
}

/**
 * Scores candidates `first` … `end` − 1 in float32, four at a time.
 *
 * query  float32 [stride]
 */
export function scoreCandidates(list: usize, first: i32, end: i32, query: usize, stride: i32): void {
  for (let four = first; four < end; four += 4) {
    const last = end - 1;
    const a = candidateAt(list, four);
    const b = candidateAt(list, min(four + 1, last));
    const c = candidateAt(list, min(four + 2, last));
    const d = candidateAt(list, min(four + 3, last));
    const scores_f32x4 = cosinesFloat32(a.row, b.row, c.row, d.row, query, stride);
    a.upper = a.lower = f32x4.extract_lane(scores_f32x4, 0);
    b.upper = b.lower = f32x4.extract_lane(scores_f32x4, 1);
    c.upper = c.lower = f32x4.extract_lane(scores_f32x4, 2);
    d.upper = d.lower = f32x4.extract_lane(scores_f32x4, 3);
  }
}

/**
 * The most that the float32 scores of four rows may be.
 *
 * norm_f32x4, error_f32x4  of the query, see int8-query.ts
 */
// @ts-ignore: decorator
@inline
export function uppersOf(chunk: usize, scores: usize, four: i32, norm_f32x4: v128, error_f32x4: v128): v128 {
  const offset = (<usize>four) << 2;
  const widths_f32x4 = f32x4.add(f32x4.mul(v128.load(chunk + offset, errorsOffset), norm_f32x4), error_f32x4);
  return f32x4.add(v128.load(scores + offset), widths_f32x4);
}

/** How far a row's float32 score may be from its int8 score: what `uppersOf` adds, to the bit. */
// @ts-ignore: decorator
@inline
export function widthOf(chunk: usize, row: i32, query: usize): f32 {
  const error = load<f32>(chunk + ((<usize>row) << 2), errorsOffset);
  return error * load<f32>(query, queryNormOffset) + load<f32>(query, queryErrorOffset);
}
