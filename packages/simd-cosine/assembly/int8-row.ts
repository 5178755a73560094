import { addSquares, largestLane, largestMagnitude, normAtLeast, toElements, toIntegers } from './quantize';
import { errorsOffset, offsetsOffset, pieceStep, stepsOffset } from './row-chunk';
import { sumLanes_i32x4 } from './sum-lanes';

/**
 * Quantises a unit row to int8, symmetric, with a step of its own: the largest element becomes 127 or
 * −127, unless `largestFourSum` asks for a larger step.
 *
 * row       float32 [stride], pad lanes zero; stride is a multiple of 32
 * chunk     of which the row's step, offset and error are written
 * position  of the row in the chunk
 * pieces    address of the row's first piece in the chunk's blocks
 */
export function storeInt8Row(row: usize, stride: i32, chunk: usize, position: i32, pieces: usize): void {
  let step: f32 = largestMagnitude(row, stride) / 127;
  // 4 roundings add at most 2 to the sum of four.
  step *= max<f32>(1, largestFourSum(row, stride) / step / 256);
  const step_f32x4 = f32x4.splat(step);
  const limit_f32x4 = f32x4.splat(127);
  let sums_i32x4 = i32x4.splat(0);
  let error_f32x4 = f32x4.splat(0);
  const rowEnd = row + ((<usize>stride) << 2);
  for (; row < rowEnd; row += 64, pieces += pieceStep) {
    for (let half: usize = 0; half < 2; half++) {
      const a_f32x4 = v128.load(row + (half << 5));
      const b_f32x4 = v128.load(row + (half << 5), 16);
      const a_i32x4 = toIntegers(a_f32x4, step_f32x4, limit_f32x4);
      const b_i32x4 = toIntegers(b_f32x4, step_f32x4, limit_f32x4);
      error_f32x4 = addSquares(error_f32x4, f32x4.sub(a_f32x4, toElements(a_i32x4, step_f32x4)));
      error_f32x4 = addSquares(error_f32x4, f32x4.sub(b_f32x4, toElements(b_i32x4, step_f32x4)));
      sums_i32x4 = i32x4.add(sums_i32x4, i32x4.add(a_i32x4, b_i32x4));
      const integers_i16x8 = i16x8.narrow_i32x4_s(a_i32x4, b_i32x4);
      v128.store64_lane(pieces + (half << 3), i8x16.narrow_i16x8_s(integers_i16x8, integers_i16x8), 0);
    }
  }
  const scalars = chunk + ((<usize>position) << 2);
  store<f32>(scalars, step, stepsOffset);
  store<i32>(scalars, i32x4.extract_lane(sumLanes_i32x4(sums_i32x4, sums_i32x4, sums_i32x4, sums_i32x4), 0) << 6, offsetsOffset);
  store<f32>(scalars, normAtLeast(error_f32x4, stride), errorsOffset);
}

/**
 * `scoreInt8` sums four products in 16 bits before it widens them: elements i, i + 1, i + 16 and i + 17
 * of each 32, for each even i < 16. With the query's elements within 0 and 127 that sum fits where the
 * positive ones of the row's four sum to at most 258, and the negative ones to at least −258.
 *
 * @returns the largest magnitude of such a sum, of float32 elements.
 */
function largestFourSum(row: usize, stride: i32): f32 {
  const zero_f32x4 = f32x4.splat(0);
  const rowEnd = row + ((<usize>stride) << 2);
  let largest_f32x4 = zero_f32x4;
  for (; row < rowEnd; row += 64) {
    const half = row + 64;
    for (; row < half; row += 16) {
      const near_f32x4 = v128.load(row);
      const far_f32x4 = v128.load(row, 64);
      const positive_f32x4 = f32x4.add(f32x4.max(near_f32x4, zero_f32x4), f32x4.max(far_f32x4, zero_f32x4));
      const negative_f32x4 = f32x4.add(f32x4.min(near_f32x4, zero_f32x4), f32x4.min(far_f32x4, zero_f32x4));
      largest_f32x4 = f32x4.max(largest_f32x4, addPairs(positive_f32x4));
      largest_f32x4 = f32x4.max(largest_f32x4, f32x4.neg(addPairs(negative_f32x4)));
    }
  }
  return largestLane(largest_f32x4);
}

function addPairs(lanes_f32x4: v128): v128 {
  return f32x4.add(lanes_f32x4, v128.shuffle<f32>(lanes_f32x4, lanes_f32x4, 1, 0, 3, 2));
}

/**
 * What an int8 row stands for.
 *
 * row  float32 [stride], written
 */
export function loadInt8Row(row: usize, stride: i32, chunk: usize, position: i32, pieces: usize): void {
  const step = load<f32>(chunk + ((<usize>position) << 2), stepsOffset);
  for (let i = 0; i < stride; i++) {
    const integer = load<i8>(pieces + <usize>(i >> 4) * pieceStep + <usize>(i & 15));
    store<f32>(row + ((<usize>i) << 2), step * <f32>integer);
  }
}
