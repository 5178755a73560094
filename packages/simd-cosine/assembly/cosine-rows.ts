/**
 * Cosine of a unit query with the unit rows of `blockCount` blocks, within −1 and 1.
 *
 * blocks  float32 [blockCount, stride / 4, 8 rows, 4 lanes], 16-byte aligned, pad lanes zero
 * query   float32 [stride], same padding
 * scores  float32 [blockCount, 8]
 * stride  lanes per row: dimensions rounded up to a multiple of 4, so the loop has no tail
 *
 *   byte     0        16        32             112       128
 *   block    | row 0   | row 1   | …  row 7     | row 0   | …
 *   lanes      0 1 2 3   0 1 2 3      0 1 2 3     4 5 6 7
 *
 * Eight rows share each load of the query, and yet memory is read front to back, as prefetching likes
 * it; eight rows that lay one after the other would be eight streams.
 * Every row is summed in the same order, wherever it lies: equal rows score the same bits.
 */
export function cosineRows(blocks: usize, blockCount: i32, stride: i32, query: usize, scores: usize): void {
  const queryEnd = query + ((<usize>stride) << 2);
  for (let block = 0; block < blockCount; block++) {
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
    v128.store(scores, toCosines(row0_f32x4, row1_f32x4, row2_f32x4, row3_f32x4));
    v128.store(scores, toCosines(row4_f32x4, row5_f32x4, row6_f32x4, row7_f32x4), 16);
    scores += 32;
  }
}

// Sums the lanes of each argument into a lane of its own; rounding may have left them just outside −1 and 1.
function toCosines(a_f32x4: v128, b_f32x4: v128, c_f32x4: v128, d_f32x4: v128): v128 {
  const ab_f32x4 = addHalves(a_f32x4, b_f32x4); // a0+a2 a1+a3 b0+b2 b1+b3
  const cd_f32x4 = addHalves(c_f32x4, d_f32x4);
  const sums_f32x4 = f32x4.add(
    v128.shuffle<f32>(ab_f32x4, cd_f32x4, 0, 2, 4, 6),
    v128.shuffle<f32>(ab_f32x4, cd_f32x4, 1, 3, 5, 7),
  );
  return f32x4.min(f32x4.max(sums_f32x4, f32x4.splat(-1)), f32x4.splat(1));
}

function addHalves(a_f32x4: v128, b_f32x4: v128): v128 {
  return f32x4.add(
    v128.shuffle<f32>(a_f32x4, b_f32x4, 0, 1, 4, 5),
    v128.shuffle<f32>(a_f32x4, b_f32x4, 2, 3, 6, 7),
  );
}
