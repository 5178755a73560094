import { headContract, headMutants, runContract, runMutants } from '@sr/testkit';
import { describe, it } from 'vitest';
import { centroidHead } from './centroid-head.ts';
import { maxHead } from './max-head.ts';
import { meanHead } from './mean-head.ts';

for (const head of [maxHead, meanHead, centroidHead])
  runContract({ describe, it }, headContract, head.id, () => head);

runMutants({ describe, it }, headContract, headMutants, () => centroidHead);
