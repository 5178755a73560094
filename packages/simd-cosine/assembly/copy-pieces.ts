/**
 * Copies pieces of 16 bytes that lie a fixed number of bytes apart: into the blocks of a chunk, where a
 * row's pieces are 128 bytes apart, out of them, and from one place in them to another.
 */
export function copyPieces(source: usize, sourceStep: usize, target: usize, targetStep: usize, count: i32): void {
  for (let piece = 0; piece < count; piece++) {
    v128.store(target, v128.load(source));
    source += sourceStep;
    target += targetStep;
  }
}
