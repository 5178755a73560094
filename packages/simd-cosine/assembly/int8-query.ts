import { quantize, largestMagnitude } from './quantize';

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
 * Norms are summed in double precision and rounded up: `roundUp` adds 2⁻²⁰ of a number, more than all
 * roundings that it and the bound's own arithmetic go through.
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
  store<f32>(target, step);
  let squaredNorm: f64 = 0;
  let squaredError: f64 = 0;
  for (let i = 0; i < stride; i++) {
    const element = load<f32>(row + ((<usize>i) << 2));
    const integer = quantize(element, step, 63);
    const stored = <f64>step * <f64>integer;
    squaredNorm += stored * stored;
    squaredError += (<f64>element - stored) * (<f64>element - stored);
    store<i8>(target + <usize>i, 64 + integer, queryElementsOffset);
  }
  store<f32>(target, roundUp(sqrt(squaredNorm)), queryNormOffset);
  const rounding = (<f64>stride / 4 + 16) * 5.9604644775390625e-8;
  store<f32>(target, roundUp(1.00001 * sqrt(squaredError) + rounding), queryErrorOffset);
}

export function roundUp(value: f64): f32 {
  return <f32>(value * (1 + 9.5367431640625e-7));
}
