import { headContract, headMutants, runContract, runMutants } from '@sr/testkit';
import { describe, it } from 'vitest';
import { autoHead } from './auto/auto-head.ts';
import { centroidHead } from './centroid-head.ts';
import { maxHead } from './max-head.ts';
import { meanHead } from './mean-head.ts';

for (const head of [maxHead, meanHead, centroidHead, autoHead()])
  runContract({ describe, it }, headContract, head.id, () => head);

runMutants({ describe, it }, headContract, headMutants, () => centroidHead);
