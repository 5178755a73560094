import { addSquares, largestMagnitude, normAtLeast, rounding, toElements, toIntegers } from './quantize';

/*
 * A unit query for int8 rows, 16-byte aligned:
 *
 *   byte 0    float32  step       the element that 1 stands for
 *   byte 4    float32  norm       at least ‖elements × step‖
 *   byte 8    float32  error      see below
 *   byte 12   unused
 *   byte 16   int8 [stride]       64 + element, where −63 ≤ element ≤ 63; 64 in pad lanes
 *
 * Relaxed SIMD multiplies int8 by 7-bit integers that are not negative, hence the 64, which adds
 * 64 × the sum of the row's elements to each product: a row's offset.
 *
 * How far is a score from the cosine in float32? Let r be a row and q the query, in float32, R and Q
 * what their integers stand for. r·q − R·Q = (r − R)·Q + r·(q − Q), so by Cauchy and Schwarz
 *
 *   |r·q − R·Q|  ≤  ‖r − R‖ × ‖Q‖  +  ‖r‖ × ‖q − Q‖
 *
 * To the right are the row's error times the query's norm, and something that is the same for all rows:
 * ‖r‖ ≤ 1 + 1e-6, or toUnitRows would have rescaled it. R·Q is an integer, without error, times two
 * steps: three roundings of a number below 2. A score in float32 has a rounding, of at most 2⁻²⁴ of
 * Σ|rᵢqᵢ| ≤ 1 + 2e-6, for a product and for each sum that it goes through: stride / 4 + 2. Hence
 *
 *   |score in float32 − score|  ≤  row's error × query's norm  +  query's error
 *   query's error  =  1.00001 × ‖q − Q‖  +  (stride / 4 + 16) × 2⁻²⁴
 *
 * (stride is a multiple of 32 here, and the stride of float32 rows is not above it.) The arithmetic of the
 * bound itself, a handful of roundings of numbers below 2, is within the 16.
 */

// @ts-ignore: decorator
@inline
export const queryNormOffset: usize = 4;
// @ts-ignore: decorator
@inline
export const queryErrorOffset: usize = 8;
// @ts-ignore: decorator
@inline
export const queryElementsOffset: usize = 16;

/**
 * Quantises a unit query.
 *
 * row     float32 [stride], pad lanes zero
 * target  the struct above, for the same stride, a multiple of 32
 */
export function storeInt8Query(row: usize, stride: i32, target: usize): void {
  const step: f32 = largestMagnitude(row, stride) / 63;
  const step_f32x4 = f32x4.splat(step);
  const limit_f32x4 = f32x4.splat(63);
  let norm_f32x4 = f32x4.splat(0);
  let error_f32x4 = f32x4.splat(0);
  let pieces = target + queryElementsOffset;
  const rowEnd = row + ((<usize>stride) << 2);
  for (; row < rowEnd; row += 32, pieces += 8) {
    const a_f32x4 = v128.load(row);
    const b_f32x4 = v128.load(row, 16);
    const a_i32x4 = toIntegers(a_f32x4, step_f32x4, limit_f32x4);
    const b_i32x4 = toIntegers(b_f32x4, step_f32x4, limit_f32x4);
    const storedA_f32x4 = toElements(a_i32x4, step_f32x4);
    const storedB_f32x4 = toElements(b_i32x4, step_f32x4);
    norm_f32x4 = addSquares(addSquares(norm_f32x4, storedA_f32x4), storedB_f32x4);
    error_f32x4 = addSquares(error_f32x4, f32x4.sub(a_f32x4, storedA_f32x4));
    error_f32x4 = addSquares(error_f32x4, f32x4.sub(b_f32x4, storedB_f32x4));
    const integers_i16x8 = i16x8.add(i16x8.narrow_i32x4_s(a_i32x4, b_i32x4), i16x8.splat(64));
    v128.store64_lane(pieces, i8x16.narrow_i16x8_s(integers_i16x8, integers_i16x8), 0);
  }
  store<f32>(target, step);
  store<f32>(target, normAtLeast(norm_f32x4, stride), queryNormOffset);
  const error: f32 = 1.00001 * normAtLeast(error_f32x4, stride) + (<f32>stride / 4 + 16) * rounding;
  store<f32>(target, error, queryErrorOffset);
}
