import { multiplyAdd } from './multiply-add';

/*
 * C += A·B, float32, for blocks that fit the caches. Both sides are cut into panels first, so that the
 * loop below reads them front to back:
 *
 *   left    [rowPanels, depth, 4 rows]           of A, shape [4 × rowPanels, depth]
 *   right   [columnPanels, depth, 8 columns]     of B, shape [depth, 8 × columnPanels]
 */

/** Cuts row-major `rows`, shape [4 × panelCount, depth], into panels of 4 rows. */
export function packLeft(rows: usize, panelCount: i32, depth: i32, panels: usize): void {
  const rowBytes = (<usize>depth) << 2;
  for (let panel = 0; panel < panelCount; panel++) {
    const panelEnd = panels + (rowBytes << 2);
    for (; panels + 64 <= panelEnd; panels += 64, rows += 16) {
      const a_f32x4 = v128.load(rows);
      const b_f32x4 = v128.load(rows + rowBytes);
      const c_f32x4 = v128.load(rows + 2 * rowBytes);
      const d_f32x4 = v128.load(rows + 3 * rowBytes);
      const abLow_f32x4 = v128.shuffle<f32>(a_f32x4, b_f32x4, 0, 4, 1, 5); // a0 b0 a1 b1
      const abHigh_f32x4 = v128.shuffle<f32>(a_f32x4, b_f32x4, 2, 6, 3, 7);
      const cdLow_f32x4 = v128.shuffle<f32>(c_f32x4, d_f32x4, 0, 4, 1, 5);
      const cdHigh_f32x4 = v128.shuffle<f32>(c_f32x4, d_f32x4, 2, 6, 3, 7);
      v128.store(panels, v128.shuffle<f64>(abLow_f32x4, cdLow_f32x4, 0, 2));
      v128.store(panels, v128.shuffle<f64>(abLow_f32x4, cdLow_f32x4, 1, 3), 16);
      v128.store(panels, v128.shuffle<f64>(abHigh_f32x4, cdHigh_f32x4, 0, 2), 32);
      v128.store(panels, v128.shuffle<f64>(abHigh_f32x4, cdHigh_f32x4, 1, 3), 48);
    }
    for (; panels < panelEnd; panels += 16, rows += 4) {
      store<f32>(panels, load<f32>(rows));
      store<f32>(panels, load<f32>(rows + rowBytes), 4);
      store<f32>(panels, load<f32>(rows + 2 * rowBytes), 8);
      store<f32>(panels, load<f32>(rows + 3 * rowBytes), 12);
    }
    rows += 3 * rowBytes;
  }
}

/** Cuts row-major `rows`, shape [depth, 8 × panelCount], into panels of 8 columns. */
export function packRight(rows: usize, panelCount: i32, depth: i32, panels: usize): void {
  const rowBytes = (<usize>panelCount) << 5;
  for (let panel = 0; panel < panelCount; panel++) {
    let row = rows + ((<usize>panel) << 5);
    for (let i = 0; i < depth; i++, row += rowBytes, panels += 32) {
      v128.store(panels, v128.load(row));
      v128.store(panels, v128.load(row, 16), 16);
    }
  }
}

/**
 * Adds the product of packed blocks to row-major `sums`, shape [4 × rowPanels, 8 × columnPanels].
 * Four rows by eight columns at a time: more sums than that do not fit V8's 15 vector registers beside
 * their operands, see benchmarks/search.
 * @param depth at least 1.
 */
export function addProduct(
  left: usize,
  right: usize,
  sums: usize,
  rowPanels: i32,
  depth: i32,
  columnPanels: i32,
): void {
  const rowBytes = (<usize>columnPanels) << 5;
  const rightPanelBytes = (<usize>depth) << 5;
  for (let columnPanel = 0; columnPanel < columnPanels; columnPanel++) {
    let leftLanes = left;
    let target = sums + ((<usize>columnPanel) << 5);
    for (let rowPanel = 0; rowPanel < rowPanels; rowPanel++) {
      let sum00_f32x4 = f32x4.splat(0);
      let sum01_f32x4 = f32x4.splat(0);
      let sum10_f32x4 = f32x4.splat(0);
      let sum11_f32x4 = f32x4.splat(0);
      let sum20_f32x4 = f32x4.splat(0);
      let sum21_f32x4 = f32x4.splat(0);
      let sum30_f32x4 = f32x4.splat(0);
      let sum31_f32x4 = f32x4.splat(0);
      let rightLanes = right;
      const rightEnd = right + rightPanelBytes;
      do {
        const right0_f32x4 = v128.load(rightLanes);
        const right1_f32x4 = v128.load(rightLanes, 16);
        const left_f32x4 = v128.load(leftLanes);
        let row_f32x4 = v128.shuffle<f32>(left_f32x4, left_f32x4, 0, 0, 0, 0);
        sum00_f32x4 = multiplyAdd(row_f32x4, right0_f32x4, sum00_f32x4);
        sum01_f32x4 = multiplyAdd(row_f32x4, right1_f32x4, sum01_f32x4);
        row_f32x4 = v128.shuffle<f32>(left_f32x4, left_f32x4, 1, 1, 1, 1);
        sum10_f32x4 = multiplyAdd(row_f32x4, right0_f32x4, sum10_f32x4);
        sum11_f32x4 = multiplyAdd(row_f32x4, right1_f32x4, sum11_f32x4);
        row_f32x4 = v128.shuffle<f32>(left_f32x4, left_f32x4, 2, 2, 2, 2);
        sum20_f32x4 = multiplyAdd(row_f32x4, right0_f32x4, sum20_f32x4);
        sum21_f32x4 = multiplyAdd(row_f32x4, right1_f32x4, sum21_f32x4);
        row_f32x4 = v128.shuffle<f32>(left_f32x4, left_f32x4, 3, 3, 3, 3);
        sum30_f32x4 = multiplyAdd(row_f32x4, right0_f32x4, sum30_f32x4);
        sum31_f32x4 = multiplyAdd(row_f32x4, right1_f32x4, sum31_f32x4);
        leftLanes += 16;
        rightLanes += 32;
      } while (rightLanes < rightEnd);
      addTo(target, sum00_f32x4, sum01_f32x4);
      addTo(target + rowBytes, sum10_f32x4, sum11_f32x4);
      addTo(target + 2 * rowBytes, sum20_f32x4, sum21_f32x4);
      addTo(target + 3 * rowBytes, sum30_f32x4, sum31_f32x4);
      target += rowBytes << 2;
    }
    right += rightPanelBytes;
  }
}

// @ts-ignore: decorator
@inline
function addTo(target: usize, low_f32x4: v128, high_f32x4: v128): void {
  v128.store(target, f32x4.add(v128.load(target), low_f32x4));
  v128.store(target, f32x4.add(v128.load(target, 16), high_f32x4), 16);
}
