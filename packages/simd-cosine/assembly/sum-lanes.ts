/** Sums the lanes of each argument into a lane of its own, always in the same order. */
// @ts-ignore: decorator
@inline
export function sumLanes_f32x4(a_f32x4: v128, b_f32x4: v128, c_f32x4: v128, d_f32x4: v128): v128 {
  // a0+a2 a1+a3 b0+b2 b1+b3
  const ab_f32x4 = f32x4.add(lowHalves(a_f32x4, b_f32x4), highHalves(a_f32x4, b_f32x4));
  const cd_f32x4 = f32x4.add(lowHalves(c_f32x4, d_f32x4), highHalves(c_f32x4, d_f32x4));
  return f32x4.add(evenLanes(ab_f32x4, cd_f32x4), oddLanes(ab_f32x4, cd_f32x4));
}

/** The same for integers. */
// @ts-ignore: decorator
@inline
export function sumLanes_i32x4(a_i32x4: v128, b_i32x4: v128, c_i32x4: v128, d_i32x4: v128): v128 {
  const ab_i32x4 = i32x4.add(lowHalves(a_i32x4, b_i32x4), highHalves(a_i32x4, b_i32x4));
  const cd_i32x4 = i32x4.add(lowHalves(c_i32x4, d_i32x4), highHalves(c_i32x4, d_i32x4));
  return i32x4.add(evenLanes(ab_i32x4, cd_i32x4), oddLanes(ab_i32x4, cd_i32x4));
}

/** Rounding, of rows or of sums, may have left a cosine just outside −1 and 1. */
// @ts-ignore: decorator
@inline
export function toCosines(sums_f32x4: v128): v128 {
  return f32x4.min(f32x4.max(sums_f32x4, f32x4.splat(-1)), f32x4.splat(1));
}

function lowHalves(a: v128, b: v128): v128 {
  return v128.shuffle<f64>(a, b, 0, 2);
}

function highHalves(a: v128, b: v128): v128 {
  return v128.shuffle<f64>(a, b, 1, 3);
}

function evenLanes(a: v128, b: v128): v128 {
  return v128.shuffle<f32>(a, b, 0, 2, 4, 6);
}

function oddLanes(a: v128, b: v128): v128 {
  return v128.shuffle<f32>(a, b, 1, 3, 5, 7);
}
