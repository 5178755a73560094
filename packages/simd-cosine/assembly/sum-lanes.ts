/**
 * Sums the lanes of each argument into a lane of its own, always in the same order. Of shuffles, these
 * are the ones that an engine has an instruction for.
 */
// @ts-ignore: decorator
@inline
export function sumLanes_f32x4(a_f32x4: v128, b_f32x4: v128, c_f32x4: v128, d_f32x4: v128): v128 {
  // a0+a2 b0+b2 a1+a3 b1+b3
  const ab_f32x4 = f32x4.add(interleaveLow(a_f32x4, b_f32x4), interleaveHigh(a_f32x4, b_f32x4));
  const cd_f32x4 = f32x4.add(interleaveLow(c_f32x4, d_f32x4), interleaveHigh(c_f32x4, d_f32x4));
  return f32x4.add(lowHalves(ab_f32x4, cd_f32x4), highHalves(ab_f32x4, cd_f32x4));
}

/** The same for integers. */
// @ts-ignore: decorator
@inline
export function sumLanes_i32x4(a_i32x4: v128, b_i32x4: v128, c_i32x4: v128, d_i32x4: v128): v128 {
  const ab_i32x4 = i32x4.add(interleaveLow(a_i32x4, b_i32x4), interleaveHigh(a_i32x4, b_i32x4));
  const cd_i32x4 = i32x4.add(interleaveLow(c_i32x4, d_i32x4), interleaveHigh(c_i32x4, d_i32x4));
  return i32x4.add(lowHalves(ab_i32x4, cd_i32x4), highHalves(ab_i32x4, cd_i32x4));
}

/** Rounding, of rows or of sums, may have left a cosine just outside −1 and 1. */
// @ts-ignore: decorator
@inline
export function toCosines(sums_f32x4: v128): v128 {
  return f32x4.min(f32x4.max(sums_f32x4, f32x4.splat(-1)), f32x4.splat(1));
}

function interleaveLow(a: v128, b: v128): v128 {
  return v128.shuffle<f32>(a, b, 0, 4, 1, 5);
}

function interleaveHigh(a: v128, b: v128): v128 {
  return v128.shuffle<f32>(a, b, 2, 6, 3, 7);
}

function lowHalves(a: v128, b: v128): v128 {
  return v128.shuffle<f64>(a, b, 0, 2);
}

function highHalves(a: v128, b: v128): v128 {
  return v128.shuffle<f64>(a, b, 1, 3);
}
