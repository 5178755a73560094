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
export function quantize(element: f32, step: f32, limit: f32): i32 {
  return <i32>max(min(nearest(element / step), limit), -limit);
}
