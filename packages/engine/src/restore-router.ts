import { SrError, type Head, type Route } from '@sr/core';
import { buildRouter } from './create-router.ts';
import { autoHead } from './heads/auto/auto-head.ts';
import { centroidHead } from './heads/centroid-head.ts';
import { maxHead } from './heads/max-head.ts';
import { meanHead } from './heads/mean-head.ts';
import type { KnownRows } from './encode-added.ts';
import type { ChangeOptions, Router, RouterOptions, RouterParts } from './router.ts';
import { readSnapshot, type Snapshot } from './snapshot-file.ts';

export interface RestoreSettings<Name extends string = string>
  extends RouterParts, RouterOptions, ChangeOptions {
  /** What `router.snapshot()` returned. */
  readonly snapshot: Uint8Array;
  /** Routes to have instead of the snapshot's: only utterances that it does not hold are encoded. */
  readonly routes?: readonly Route<Name>[];
}

const builtInHeads: readonly Head[] = [maxHead, meanHead, centroidHead];

/**
 * The router that was saved, without encoding or fitting anything again; settings that are given
 * replace the saved ones.
 * @throws SR_SNAPSHOT_INVALID, SR_SNAPSHOT_VERSION; SR_ENCODER_MISMATCH where another encoder made the
 *   snapshot; SR_UNKNOWN_HEAD where its head is not one of ours and none is given.
 */
export async function restoreRouter<const Name extends string = string>(
  settings: RestoreSettings<Name>,
): Promise<Router<Name>> {
  const snapshot = await readSnapshot(settings.snapshot);
  if (snapshot.encoder !== settings.encoder.id) throw encoderMismatch(snapshot.encoder, settings.encoder.id);
  const { threshold, fallback } = snapshot;
  const none = settings.none ?? snapshot.none;
  const routes = settings.routes ?? (snapshot.routes as readonly Route<Name>[]);
  const head = settings.head ?? builtInHead(snapshot.head);
  const fittedHead = isFittedOn(snapshot, { routes, none, head }) && {
    fittedHead: await head.restore({ tensors: snapshot.headTensors }, routes.length, snapshot.dimensions),
  };
  return buildRouter<Name>(
    {
      ...(threshold !== undefined && { threshold }),
      ...(fallback !== undefined && { fallback }),
      ...settings,
      routes,
      none,
      head,
    },
    { known: knownRows(snapshot), ...fittedHead },
  );
}

function isFittedOn(
  snapshot: Snapshot,
  {
    routes,
    none,
    head,
  }: { readonly routes: readonly Route[]; readonly none: readonly string[]; readonly head: Head },
): boolean {
  const saved = JSON.stringify([snapshot.routes, snapshot.none]);
  return head.id === snapshot.head && routes.length > 0 && JSON.stringify([routes, none]) === saved;
}

function knownRows({ texts, rows, dimensions }: Snapshot): KnownRows {
  return new Map(texts.map((text, i) => [text, rows.subarray(i * dimensions, (i + 1) * dimensions)]));
}

function builtInHead(id: string): Head {
  const [, share] = /^auto@(.+)$/.exec(id) ?? [];
  if (share !== undefined) return autoHead({ expectedOutOfScope: Number(share) });
  const head = builtInHeads.find((candidate) => candidate.id === id);
  if (head !== undefined) return head;
  throw new SrError('SR_UNKNOWN_HEAD', `The snapshot was fitted by the head "${id}"; pass it as \`head\`.`, {
    id,
  });
}

function encoderMismatch(expected: string, actual: string): SrError {
  const message = `The snapshot was built by ${expected}, the encoder is ${actual}; their rows cannot be compared: build the snapshot again.`;
  return new SrError('SR_ENCODER_MISMATCH', message, { expected, actual });
}
