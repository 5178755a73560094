/**
 * What a machine can do in WebAssembly with 128-bit SIMD: a bound for kernels to be compared with.
 * src/benches/search/machine-loops.ts compiles and runs them.
 */

/** Reads bytes, a multiple of 128, and leaves something at `target` that depends on all of them. */
export function readBytes(source: usize, size: usize, target: usize): void {
  const end = source + size;
  let a = i32x4.splat(0);
  let b = i32x4.splat(0);
  let c = i32x4.splat(0);
  let d = i32x4.splat(0);
  for (; source < end; source += 128) {
    a = v128.or(a, v128.or(v128.load(source), v128.load(source, 16)));
    b = v128.or(b, v128.or(v128.load(source, 32), v128.load(source, 48)));
    c = v128.or(c, v128.or(v128.load(source, 64), v128.load(source, 80)));
    d = v128.or(d, v128.or(v128.load(source, 96), v128.load(source, 112)));
  }
  v128.store(target, v128.or(v128.or(a, b), v128.or(c, d)));
}

/** `count` × 80 floating-point operations between registers: eleven would not fit beside their operands. */
export function multiplyAdd(count: i32, target: usize): void {
  const x = v128.load(target);
  let a = x;
  let b = x;
  let c = x;
  let d = x;
  let e = x;
  let f = x;
  let g = x;
  let h = x;
  let i = x;
  let j = x;
  for (; count > 0; count--) {
    a = f32x4.relaxed_madd(x, x, a);
    b = f32x4.relaxed_madd(x, x, b);
    c = f32x4.relaxed_madd(x, x, c);
    d = f32x4.relaxed_madd(x, x, d);
    e = f32x4.relaxed_madd(x, x, e);
    f = f32x4.relaxed_madd(x, x, f);
    g = f32x4.relaxed_madd(x, x, g);
    h = f32x4.relaxed_madd(x, x, h);
    i = f32x4.relaxed_madd(x, x, i);
    j = f32x4.relaxed_madd(x, x, j);
  }
  const abcd = f32x4.add(f32x4.add(a, b), f32x4.add(c, d));
  const efgh = f32x4.add(f32x4.add(e, f), f32x4.add(g, h));
  v128.store(target, f32x4.add(f32x4.add(abcd, efgh), f32x4.add(i, j)));
}
