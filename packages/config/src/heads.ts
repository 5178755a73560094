import type { Head } from '@sr/core';
import { centroidHead, maxHead, meanHead } from '@sr/engine';

/** The heads that a file can name. */
export const heads = { max: maxHead, mean: meanHead, centroid: centroidHead } satisfies Record<string, Head>;

export type HeadName = keyof typeof heads;

export const headNames = Object.keys(heads) as [HeadName, ...HeadName[]];
