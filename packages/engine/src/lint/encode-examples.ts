import {
  SrError,
  type Encoder,
  type Head,
  type HeadExamples,
  type HeadNegatives,
  type Route,
} from '@sr/core';
import { routePlace } from '../check-routes.ts';
import { encodeAdded, type KnownRows } from '../encode-added.ts';
import { exampleTexts } from '../example-texts.ts';
import type { Progress } from '../router.ts';
import { readSnapshot } from '../snapshot-file.ts';

export interface EncodeExamplesSettings {
  readonly encoder: Encoder;
  readonly routes: readonly Route[];
  readonly head: Head;
  readonly snapshot?: Uint8Array;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** The examples that the head learns from, without negatives: those are about queries, and lint is about routes. */
export async function encodeExamples(settings: EncodeExamplesSettings): Promise<HeadExamples> {
  const { encoder, routes, head, snapshot, signal, onProgress } = settings;
  const examples = exampleTexts(routes, head).flatMap((texts, group) =>
    texts.map((text, i) => ({ text, group, place: `${routePlace(group)}, text ${i}` })),
  );
  const known = snapshot && (await readKnownRows(snapshot, encoder));
  const rows = await encodeAdded(encoder, examples, {
    ...(known && { known }),
    ...(signal && { signal }),
    ...(onProgress && { onProgress }),
  });
  return {
    rows,
    dimensions: encoder.dimensions,
    texts: examples.map(({ text }) => text),
    routes: Int32Array.from(examples, ({ group }) => group),
    routeNames: routes.map(({ name }) => name),
    negatives: noNegatives,
  };
}

const noNegatives: HeadNegatives = { rows: new Float32Array(0), texts: [], routes: new Int32Array(0) };

async function readKnownRows(file: Uint8Array, encoder: Encoder): Promise<KnownRows> {
  const { encoder: expected, texts, rows, dimensions } = await readSnapshot(file);
  if (expected !== encoder.id) {
    const message = `The snapshot was built by ${expected}, the encoder is ${encoder.id}; their rows cannot be compared: build the snapshot again, or lint without it.`;
    throw new SrError('SR_ENCODER_MISMATCH', message, { expected, actual: encoder.id });
  }
  return new Map(texts.map((text, i) => [text, rows.subarray(i * dimensions, (i + 1) * dimensions)]));
}
