import type { Head } from '@sr/core';
import { autoHead, centroidHead, maxHead, meanHead } from '@sr/engine';

export interface HeadSettings {
  readonly expectedOutOfScope?: number;
}

/** The heads that a file can name. Only `auto` reads settings. */
export const heads = {
  auto: autoHead,
  max: () => maxHead,
  mean: () => meanHead,
  centroid: () => centroidHead,
} satisfies Record<string, (settings: HeadSettings) => Head>;

export type HeadName = keyof typeof heads;

export const headNames = Object.keys(heads) as [HeadName, ...HeadName[]];
