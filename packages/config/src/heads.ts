import type { Head } from '@sr/core';
import { autoHead, centroidHead, maxHead, meanHead } from '@sr/engine';

export interface HeadSettings {
  readonly expectedOutOfScope?: number;
}

/** What `auto` expects where the file does not say. */
export const defaultOutOfScope = 0.25;

/** The heads that a file can name. Only `auto` reads settings. */
export const heads = {
  auto: ({ expectedOutOfScope = defaultOutOfScope }) => autoHead({ expectedOutOfScope }),
  max: () => maxHead,
  mean: () => meanHead,
  centroid: () => centroidHead,
} satisfies Record<string, (settings: HeadSettings) => Head>;

export type HeadName = keyof typeof heads;

export const headNames = Object.keys(heads) as [HeadName, ...HeadName[]];
