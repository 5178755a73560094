import { isScalar, type Pair, type Range, type YAMLMap } from 'yaml';

/** Replaces the characters from `from` to `to`, which is not included. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** @param splices in any order; those at the same place are inserted in the order given. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const ordered = splices.toSorted((a, b) => a.from - b.from);
  let end = 0;
  const parts = ordered.map(({ from, to, text: inserted }) => {
    const kept = text.slice(end, from);
    end = to;
    return kept + inserted;
  });
  return parts.join('') + text.slice(end);
}

/**
 * What to change in the text so that a map in it has a number under a key, or no such key.
 * @param after a new key follows the first of these that the map has.
 */
export function setNumber(
  text: string,
  map: YAMLMap,
  key: string,
  value: number | undefined,
  after: readonly string[],
): Splice[] {
  const pair = findPair(map, key);
  if (value === undefined) return pair === undefined ? [] : [removal(text, map, pair)];
  if (pair !== undefined) {
    const [from, to] = rangeOf(pair.value);
    return [{ from, to, text: String(value) }];
  }
  const anchor = after.map((name) => findPair(map, name)).find((found) => found !== undefined)!;
  return [map.flow ? flowInsertion(text, anchor, key, value) : blockInsertion(text, anchor, key, value)];
}

/** On a line of its own below the anchor's, behind which a comment may stand. */
function blockInsertion(text: string, anchor: Pair, key: string, value: number): Splice {
  const [keyStart] = rangeOf(anchor.key);
  const column = keyStart - lineStartOf(text, keyStart);
  const [, valueEnd] = rangeOf(anchor.value);
  const restOfLine = /^[^\r\n]*/u.exec(text.slice(valueEnd))![0];
  const at = valueEnd + restOfLine.length;
  return { from: at, to: at, text: `${newlineOf(text)}${' '.repeat(column)}${key}: ${value}` };
}

/** Behind the anchor: on the same line, or on the next one where each key has its own. */
function flowInsertion(text: string, anchor: Pair, key: string, value: number): Splice {
  const [keyStart] = rangeOf(anchor.key);
  const [, at] = rangeOf(anchor.value);
  const beforeKey = text.slice(lineStartOf(text, keyStart), keyStart);
  const separator = beforeKey.trim() === '' ? `,${newlineOf(text)}${beforeKey}` : ', ';
  const name = text[keyStart] === '"' ? JSON.stringify(key) : key;
  return { from: at, to: at, text: `${separator}${name}: ${value}` };
}

function removal(text: string, map: YAMLMap, pair: Pair): Splice {
  const position = map.items.indexOf(pair);
  const [keyStart] = rangeOf(pair.key);
  const [, valueEnd] = rangeOf(pair.value);
  const lineStart = lineStartOf(text, keyStart);
  if (!map.flow && text.slice(lineStart, keyStart).trim() === '') {
    const lineEnd = text.indexOf('\n', valueEnd);
    return { from: lineStart, to: lineEnd === -1 ? text.length : lineEnd + 1, text: '' };
  }
  const next = map.items[position + 1];
  if (next !== undefined) return { from: keyStart, to: rangeOf(next.key)[0], text: '' };
  return { from: rangeOf(map.items[position - 1]!.value)[1], to: valueEnd, text: '' };
}

function findPair(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
}

/** Where a node that was parsed begins, and where its value ends. */
function rangeOf(node: unknown): Range {
  return (node as { readonly range: Range }).range;
}

function lineStartOf(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function newlineOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
