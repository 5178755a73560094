/*
 * Lanes are float32; a step is the element that the integer 1 stands for.
 */

/** The largest |element| of float32 [stride]. */
export function largestMagnitude(row: usize, stride: i32): f32 {
  const rowEnd = row + ((<usize>stride) << 2);
  let largest_f32x4 = f32x4.splat(0);
  for (; row < rowEnd; row += 16) largest_f32x4 = f32x4.max(largest_f32x4, f32x4.abs(v128.load(row)));
  return largestLane(largest_f32x4);
}

// @ts-ignore: decorator
@inline
export function largestLane(lanes_f32x4: v128): f32 {
  return max(
    max(f32x4.extract_lane(lanes_f32x4, 0), f32x4.extract_lane(lanes_f32x4, 1)),
    max(f32x4.extract_lane(lanes_f32x4, 2), f32x4.extract_lane(lanes_f32x4, 3)),
  );
}

/** The integer nearest to element ÷ step, within −limit and limit. */
// @ts-ignore: decorator
@inline
export function toIntegers(elements_f32x4: v128, step_f32x4: v128, limit_f32x4: v128): v128 {
  const nearest_f32x4 = f32x4.nearest(f32x4.div(elements_f32x4, step_f32x4));
  return i32x4.trunc_sat_f32x4_s(
    f32x4.max(f32x4.min(nearest_f32x4, limit_f32x4), f32x4.neg(limit_f32x4)),
  );
}

/** What integers stand for. */
// @ts-ignore: decorator
@inline
export function toElements(integers_i32x4: v128, step_f32x4: v128): v128 {
  return f32x4.mul(f32x4.convert_i32x4_s(integers_i32x4), step_f32x4);
}

// @ts-ignore: decorator
@inline
export function addSquares(sums_f32x4: v128, lanes_f32x4: v128): v128 {
  return f32x4.add(sums_f32x4, f32x4.mul(lanes_f32x4, lanes_f32x4));
}

/**
 * At least the norm whose square the lanes sum to, where each lane is a sum of stride ÷ 4 squares of
 * elements that have been rounded. A square and each sum that it goes through may have lost 2⁻²⁴ of
 * themselves, stride / 4 + 2 times in all; an element that is a difference to step × integer, which was
 * rounded, is off by up to 2⁻²⁴ of the element, whose row is of unit length. What is added is more.
 */
// @ts-ignore: decorator
@inline
export function normAtLeast(squares_f32x4: v128, stride: i32): f32 {
  const square =
    f32x4.extract_lane(squares_f32x4, 0) +
    f32x4.extract_lane(squares_f32x4, 1) +
    f32x4.extract_lane(squares_f32x4, 2) +
    f32x4.extract_lane(squares_f32x4, 3);
  return sqrt(square) * (1 + <f32>(stride + 16) * rounding) + 4 * rounding;
}

/** What rounding to float32 changes a number by, at most and in relation to it: 2⁻²⁴. */
// @ts-ignore: decorator
@inline
export const rounding: f32 = 5.9604644775390625e-8;
