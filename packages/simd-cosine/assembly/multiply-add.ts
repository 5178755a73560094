/** a × b + c in each lane: rounded once where there is relaxed SIMD on hardware that can, else twice. */
// @ts-ignore: decorator
@inline
export function multiplyAdd(a_f32x4: v128, b_f32x4: v128, c_f32x4: v128): v128 {
  return ASC_FEATURE_RELAXED_SIMD
    ? f32x4.relaxed_madd(a_f32x4, b_f32x4, c_f32x4)
    : f32x4.add(f32x4.mul(a_f32x4, b_f32x4), c_f32x4);
}
