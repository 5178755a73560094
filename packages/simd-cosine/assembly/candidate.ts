import { queryErrorOffset, queryNormOffset } from './int8-query';
import { errorsOffset } from './row-chunk';

/**
 * A row whose int8 score says that it may be among the best, until its float32 score is known. That one
 * is within `lower` and `upper`; int8-query.ts says why.
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

export function moveCandidate(list: usize, from: i32, to: i32): void {
  const bytes = offsetof<Candidate>();
  memory.copy(list + <usize>to * bytes, list + <usize>from * bytes, bytes);
}

/** How far the float32 scores of four rows may be from their int8 scores. */
// @ts-ignore: decorator
@inline
export function widthsOf(chunk: usize, four: i32, query: usize): v128 {
  return f32x4.add(
    f32x4.mul(v128.load(chunk + ((<usize>four) << 2), errorsOffset), v128.load32_splat(query, queryNormOffset)),
    v128.load32_splat(query, queryErrorOffset),
  );
}

/** The same, to the bit, for one row. */
// @ts-ignore: decorator
@inline
export function widthOf(chunk: usize, row: i32, query: usize): f32 {
  const error = load<f32>(chunk + ((<usize>row) << 2), errorsOffset);
  return error * load<f32>(query, queryNormOffset) + load<f32>(query, queryErrorOffset);
}
