import { isAlias, isMap, isScalar, isSeq, type Document, type Node } from 'yaml';
import type { FilePath } from './file-path.ts';

/** Where a value and the key or list entry that holds it begin, in characters from the top. */
export interface NodeOffsets {
  readonly keyOffset: number;
  readonly valueOffset: number;
}

interface Entry {
  readonly key: unknown;
  readonly value: unknown;
}

/** Follows a path as far as the document goes. A value that is not written is placed at its key. */
export function findNode(document: Document, path: FilePath): NodeOffsets {
  let keyOffset = 0;
  let valueOffset = offsetOf(document.contents) ?? 0;
  let node: unknown = document.contents;
  for (const step of path) {
    const entry = entryOf(isAlias(node) ? node.resolve(document) : node, step);
    if (entry === undefined) break;
    keyOffset = offsetOf(entry.key) ?? offsetOf(entry.value) ?? valueOffset;
    valueOffset = offsetOf(entry.value) ?? keyOffset;
    node = entry.value;
  }
  return { keyOffset, valueOffset };
}

function entryOf(node: unknown, step: string | number): Entry | undefined {
  if (isSeq(node)) return { key: undefined, value: node.items[Number(step)] };
  if (!isMap(node)) return undefined;
  return node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
}

function offsetOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}
