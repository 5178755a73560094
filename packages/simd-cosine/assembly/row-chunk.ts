/*
 * Rows lie in chunks of 256, all of whose data is together, so that a table grows by appending chunks
 * and nothing ever moves. What takes a chunk's address finds in it, 16-byte aligned:
 *
 *   byte 0      ids      int32 [256]     row's id, what ties are broken by
 *   byte 1024   groups   int32 [256]     row's group, not negative
 *   byte 2048   steps    float32 [256]   int8 rows: the element that 1 stands for
 *   byte 3072   offsets  int32 [256]     int8 rows: 64 × the sum of the row's int8 elements
 *   byte 4096   errors   float32 [256]   int8 rows: at least ‖row − int8 row × step‖
 *   byte 5120   blocks of 8 rows, interleaved by pieces of 16 bytes:
 *
 *     byte     0        16        32             112       128
 *     block    | row 0   | row 1   | …  row 7     | row 0   | …
 *     float32    0 1 2 3   0 1 2 3      0 1 2 3     4 5 6 7
 *     int8       0 … 15    0 … 15       0 … 15      16 … 31
 *
 * Eight rows share each load of the query, and yet memory is read front to back, as prefetching likes
 * it; eight rows that lay one after the other would be eight streams.
 */

// @ts-ignore: decorator
@inline
export const groupsOffset: usize = 1024;
// @ts-ignore: decorator
@inline
export const stepsOffset: usize = 2048;
// @ts-ignore: decorator
@inline
export const offsetsOffset: usize = 3072;
// @ts-ignore: decorator
@inline
export const errorsOffset: usize = 4096;
// @ts-ignore: decorator
@inline
export const blocksOffset: usize = 5120;

/** Bytes between the pieces of a row. */
// @ts-ignore: decorator
@inline
export const pieceStep: usize = 128;
