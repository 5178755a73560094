import { blocksOffset } from './row-chunk';
import { sumLanes_f32x4, toCosines } from './sum-lanes';

/**
 * Cosine of a unit query with float32 unit rows `first` … `end` − 1 of a chunk, within −1 and 1.
 *
 * first   a multiple of 8
 * query   float32 [stride], pad lanes zero
 * scores  float32 [256], from `first` to `end`, rounded up to a multiple of 8
 * stride  lanes per row: dimensions rounded up to a multiple of 4, so the loop has no tail
 *
 * Every row is summed in the same order, wherever it lies: equal rows score the same bits. Multiplied
 * and added in two steps, so that plain and relaxed SIMD, and all processors, give the same bits, too.
 */
export function scoreFloat32(
  chunk: usize,
  first: i32,
  end: i32,
  stride: i32,
  query: usize,
  scores: usize,
): void {
  const queryEnd = query + ((<usize>stride) << 2);
  let blocks = chunk + blocksOffset + (<usize>first) * ((<usize>stride) << 2);
  for (let row = first; row < end; row += 8) {
    let row0_f32x4 = f32x4.splat(0);
    let row1_f32x4 = f32x4.splat(0);
    let row2_f32x4 = f32x4.splat(0);
    let row3_f32x4 = f32x4.splat(0);
    let row4_f32x4 = f32x4.splat(0);
    let row5_f32x4 = f32x4.splat(0);
    let row6_f32x4 = f32x4.splat(0);
    let row7_f32x4 = f32x4.splat(0);
    for (let lanes = query; lanes < queryEnd; lanes += 16) {
      const query_f32x4 = v128.load(lanes);
      row0_f32x4 = f32x4.add(row0_f32x4, f32x4.mul(query_f32x4, v128.load(blocks)));
      row1_f32x4 = f32x4.add(row1_f32x4, f32x4.mul(query_f32x4, v128.load(blocks, 16)));
      row2_f32x4 = f32x4.add(row2_f32x4, f32x4.mul(query_f32x4, v128.load(blocks, 32)));
      row3_f32x4 = f32x4.add(row3_f32x4, f32x4.mul(query_f32x4, v128.load(blocks, 48)));
      row4_f32x4 = f32x4.add(row4_f32x4, f32x4.mul(query_f32x4, v128.load(blocks, 64)));
      row5_f32x4 = f32x4.add(row5_f32x4, f32x4.mul(query_f32x4, v128.load(blocks, 80)));
      row6_f32x4 = f32x4.add(row6_f32x4, f32x4.mul(query_f32x4, v128.load(blocks, 96)));
      row7_f32x4 = f32x4.add(row7_f32x4, f32x4.mul(query_f32x4, v128.load(blocks, 112)));
      blocks += 128;
    }
    const target = scores + ((<usize>row) << 2);
    v128.store(target, toCosines(sumLanes_f32x4(row0_f32x4, row1_f32x4, row2_f32x4, row3_f32x4)));
    v128.store(target, toCosines(sumLanes_f32x4(row4_f32x4, row5_f32x4, row6_f32x4, row7_f32x4)), 16);
  }
}

/**
 * The cosines that `scoreFloat32` would give, to the bit, for four rows that lie in one piece each.
 *
 * a, b, c, d, query  float32 [stride], pad lanes zero
 */
export function cosinesFloat32(a: usize, b: usize, c: usize, d: usize, query: usize, stride: i32): v128 {
  const queryEnd = query + ((<usize>stride) << 2);
  let a_f32x4 = f32x4.splat(0);
  let b_f32x4 = f32x4.splat(0);
  let c_f32x4 = f32x4.splat(0);
  let d_f32x4 = f32x4.splat(0);
  for (; query < queryEnd; query += 16, a += 16, b += 16, c += 16, d += 16) {
    const query_f32x4 = v128.load(query);
    a_f32x4 = f32x4.add(a_f32x4, f32x4.mul(query_f32x4, v128.load(a)));
    b_f32x4 = f32x4.add(b_f32x4, f32x4.mul(query_f32x4, v128.load(b)));
    c_f32x4 = f32x4.add(c_f32x4, f32x4.mul(query_f32x4, v128.load(c)));
    d_f32x4 = f32x4.add(d_f32x4, f32x4.mul(query_f32x4, v128.load(d)));
  }
  return toCosines(sumLanes_f32x4(a_f32x4, b_f32x4, c_f32x4, d_f32x4));
}
