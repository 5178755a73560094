import { queryElementsOffset } from './int8-query';
import { blocksOffset, offsetsOffset, stepsOffset } from './row-chunk';
import { sumLanes_i32x4, toCosines } from './sum-lanes';

/**
 * About the cosine of a query with int8 rows `first` … `end` − 1 of a chunk, within −1 and 1; int8-query.ts
 * says how near. Plain and relaxed SIMD, and all processors, give the same bits: sums are of integers.
 *
 * first   a multiple of 8
 * query   as `storeInt8Query` wrote it
 * scores  float32 [256], from `first` to `end`, rounded up to a multiple of 8
 * stride  elements per row: dimensions rounded up to a multiple of 32, so the loop has no tail
 */
export function scoreInt8(
  chunk: usize,
  first: i32,
  end: i32,
  stride: i32,
  query: usize,
  scores: usize,
): void {
  const elements = query + queryElementsOffset;
  const elementsEnd = elements + <usize>stride;
  let blocks = chunk + blocksOffset + <usize>first * <usize>stride;
  for (let row = first; row < end; row += 8) {
    let row0_i32x4 = i32x4.splat(0);
    let row1_i32x4 = i32x4.splat(0);
    let row2_i32x4 = i32x4.splat(0);
    let row3_i32x4 = i32x4.splat(0);
    let row4_i32x4 = i32x4.splat(0);
    let row5_i32x4 = i32x4.splat(0);
    let row6_i32x4 = i32x4.splat(0);
    let row7_i32x4 = i32x4.splat(0);
    if (ASC_FEATURE_RELAXED_SIMD) {
      for (let lanes = elements; lanes < elementsEnd; lanes += 32) {
        const near_i8x16 = v128.load(lanes);
        const far_i8x16 = v128.load(lanes, 16);
        row0_i32x4 = addFours(row0_i32x4, v128.load(blocks), near_i8x16, v128.load(blocks, 128), far_i8x16);
        row1_i32x4 = addFours(row1_i32x4, v128.load(blocks, 16), near_i8x16, v128.load(blocks, 144), far_i8x16);
        row2_i32x4 = addFours(row2_i32x4, v128.load(blocks, 32), near_i8x16, v128.load(blocks, 160), far_i8x16);
        row3_i32x4 = addFours(row3_i32x4, v128.load(blocks, 48), near_i8x16, v128.load(blocks, 176), far_i8x16);
        row4_i32x4 = addFours(row4_i32x4, v128.load(blocks, 64), near_i8x16, v128.load(blocks, 192), far_i8x16);
        row5_i32x4 = addFours(row5_i32x4, v128.load(blocks, 80), near_i8x16, v128.load(blocks, 208), far_i8x16);
        row6_i32x4 = addFours(row6_i32x4, v128.load(blocks, 96), near_i8x16, v128.load(blocks, 224), far_i8x16);
        row7_i32x4 = addFours(row7_i32x4, v128.load(blocks, 112), near_i8x16, v128.load(blocks, 240), far_i8x16);
        blocks += 256;
      }
    } else {
      for (let lanes = elements; lanes < elementsEnd; lanes += 16) {
        const low_i16x8 = v128.load8x8_s(lanes);
        const high_i16x8 = v128.load8x8_s(lanes, 8);
        row0_i32x4 = addProducts(row0_i32x4, v128.load8x8_s(blocks), low_i16x8, v128.load8x8_s(blocks, 8), high_i16x8);
        row1_i32x4 = addProducts(row1_i32x4, v128.load8x8_s(blocks, 16), low_i16x8, v128.load8x8_s(blocks, 24), high_i16x8);
        row2_i32x4 = addProducts(row2_i32x4, v128.load8x8_s(blocks, 32), low_i16x8, v128.load8x8_s(blocks, 40), high_i16x8);
        row3_i32x4 = addProducts(row3_i32x4, v128.load8x8_s(blocks, 48), low_i16x8, v128.load8x8_s(blocks, 56), high_i16x8);
        row4_i32x4 = addProducts(row4_i32x4, v128.load8x8_s(blocks, 64), low_i16x8, v128.load8x8_s(blocks, 72), high_i16x8);
        row5_i32x4 = addProducts(row5_i32x4, v128.load8x8_s(blocks, 80), low_i16x8, v128.load8x8_s(blocks, 88), high_i16x8);
        row6_i32x4 = addProducts(row6_i32x4, v128.load8x8_s(blocks, 96), low_i16x8, v128.load8x8_s(blocks, 104), high_i16x8);
        row7_i32x4 = addProducts(row7_i32x4, v128.load8x8_s(blocks, 112), low_i16x8, v128.load8x8_s(blocks, 120), high_i16x8);
        blocks += 128;
      }
    }
    const low_i32x4 = sumLanes_i32x4(row0_i32x4, row1_i32x4, row2_i32x4, row3_i32x4);
    const high_i32x4 = sumLanes_i32x4(row4_i32x4, row5_i32x4, row6_i32x4, row7_i32x4);
    const offset = (<usize>row) << 2;
    const step_f32x4 = v128.load32_splat(query); // here, so that it takes no register from the loop
    v128.store(scores + offset, toScores(low_i32x4, chunk + offset, step_f32x4));
    v128.store(scores + offset, toScores(high_i32x4, chunk + offset + 16, step_f32x4), 16);
  }
}

// Four products are summed in 16 bits, where `storeInt8Row` has made sure that they fit.
// @ts-ignore: decorator
@inline
function addFours(sums_i32x4: v128, near_i8x16: v128, nearQuery_i8x16: v128, far_i8x16: v128, farQuery_i8x16: v128): v128 {
  const fours_i16x8 = i16x8.add(
    i16x8.relaxed_dot_i8x16_i7x16_s(near_i8x16, nearQuery_i8x16),
    i16x8.relaxed_dot_i8x16_i7x16_s(far_i8x16, farQuery_i8x16),
  );
  return i32x4.add(sums_i32x4, i32x4.extadd_pairwise_i16x8_s(fours_i16x8));
}

// @ts-ignore: decorator
@inline
function addProducts(sums_i32x4: v128, low_i16x8: v128, lowQuery_i16x8: v128, high_i16x8: v128, highQuery_i16x8: v128): v128 {
  return i32x4.add(
    sums_i32x4,
    i32x4.add(i32x4.dot_i16x8_s(low_i16x8, lowQuery_i16x8), i32x4.dot_i16x8_s(high_i16x8, highQuery_i16x8)),
  );
}

// @ts-ignore: decorator
@inline
function toScores(sums_i32x4: v128, scalars: usize, step_f32x4: v128): v128 {
  const products_i32x4 = i32x4.sub(sums_i32x4, v128.load(scalars, offsetsOffset));
  const steps_f32x4 = f32x4.mul(v128.load(scalars, stepsOffset), step_f32x4);
  return toCosines(f32x4.mul(f32x4.convert_i32x4_s(products_i32x4), steps_f32x4));
}
