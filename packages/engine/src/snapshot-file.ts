import { SrError, type Encoder, type Head, type Route, type Tensor, type VectorIndex } from '@sr/core';
import { allTexts, type RouteSet } from './route-set.ts';
import { decodeSafetensors, encodeSafetensors, invalidSnapshot, parseObject } from './safetensors.ts';

/*
 * A snapshot is a safetensors file:
 *
 *   metadata   format    "sr-snapshot"
 *              version   "1"; a reader refuses what it does not know
 *              router    JSON of SnapshotContent
 *              checksum  SHA-256, hex, of the SHA-256 of contents() as UTF-8, followed by that of each tensor's bytes
 *   tensors    utterances      float32 [N, D], unit rows; row i belongs to router.texts[i]
 *              head.<name>     what the fitted head has learned
 */

const format = 'sr-snapshot';
const version = '1';
const rowsTensor = 'utterances';
const headPrefix = 'head.';

export interface SnapshotContent {
  readonly encoder: string;
  readonly dimensions: number;
  readonly head: string;
  readonly threshold?: number | undefined;
  readonly fallback?: string | undefined;
  readonly routes: readonly Route[];
  readonly none: readonly string[];
  /** N texts: utterances of all routes, labels where the head reads them, negatives, and those of `none`. */
  readonly texts: readonly string[];
}

export interface Snapshot extends SnapshotContent {
  /** float32, shape [N, D]. */
  readonly rows: Float32Array;
  readonly headTensors: Readonly<Record<string, Tensor>>;
}

export interface SnapshotParts {
  readonly encoder: Encoder;
  readonly head: Head;
  readonly index: VectorIndex;
  readonly threshold: number | undefined;
  readonly fallback: string | undefined;
}

export async function writeSnapshot(set: RouteSet, parts: SnapshotParts): Promise<Uint8Array<ArrayBuffer>> {
  const { encoder, head, index, threshold, fallback } = parts;
  const { dimensions } = encoder;
  const all = allTexts(set);
  const data = index.read(all.flatMap(({ ids }) => Array.from(ids)));
  const headTensors = Object.entries(set.head?.state.tensors ?? {});
  const tensors = {
    [rowsTensor]: { data, shape: [data.length / dimensions, dimensions] },
    ...Object.fromEntries(headTensors.map(([name, tensor]) => [headPrefix + name, tensor])),
  };
  const content: SnapshotContent = {
    encoder: encoder.id,
    dimensions,
    head: head.id,
    threshold,
    fallback,
    routes: set.stored.map(({ route }) => route),
    none: set.none.texts,
    texts: all.flatMap(({ texts }) => texts),
  };
  const router = JSON.stringify(content);
  const checksum = await checksumOf(router, tensors);
  return encodeSafetensors({ metadata: { format, version, router, checksum }, tensors });
}

/** @throws SR_SNAPSHOT_INVALID, SR_SNAPSHOT_VERSION. */
export async function readSnapshot(file: Uint8Array): Promise<Snapshot> {
  const { metadata, tensors } = decodeSafetensors(file);
  if (metadata.format !== format) throw invalidSnapshot(`its format is not "${format}"`);
  if (metadata.version !== version) throw newerVersion(String(metadata.version));
  const router = metadata.router ?? '';
  if (metadata.checksum !== (await checksumOf(router, tensors)))
    throw invalidSnapshot('its checksum does not match');

  const { [rowsTensor]: rows, ...others } = tensors;
  const content = parseObject(router) as unknown as SnapshotContent; // the checksum says that writeSnapshot wrote it
  if (!(rows?.data instanceof Float32Array)) throw invalidSnapshot(`it has no rows in "${rowsTensor}"`);
  return {
    ...content,
    rows: rows.data,
    headTensors: Object.fromEntries(
      Object.entries(others).map(([name, tensor]) => [name.slice(headPrefix.length), tensor]),
    ),
  };
}

async function checksumOf(router: string, tensors: Readonly<Record<string, Tensor>>): Promise<string> {
  const sorted = Object.entries(tensors).sort(([a], [b]) => (a < b ? -1 : 1));
  const parts = [contents(router, sorted), ...sorted.map(([, { data }]) => data)];
  const digests = await Promise.all(parts.map((part) => crypto.subtle.digest('SHA-256', part)));
  const checksum = await crypto.subtle.digest('SHA-256', await new Blob(digests).arrayBuffer());
  return Array.from(new Uint8Array(checksum), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Everything but the numbers: JSON of [router, [[name, shape], …]] with tensors sorted by name. */
function contents(router: string, sorted: readonly (readonly [string, Tensor])[]): Uint8Array {
  return new TextEncoder().encode(JSON.stringify([router, sorted.map(([name, { shape }]) => [name, shape])]));
}

function newerVersion(actual: string): SrError {
  const message = `The snapshot has version ${actual}, this package reads version ${version}; build it again, or update @sr/engine.`;
  return new SrError('SR_SNAPSHOT_VERSION', message, { supported: version, actual });
}
