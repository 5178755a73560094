import { indexContract, runContract } from '@sr/testkit';
import { describe, it } from 'vitest';
import { createSortedIndex } from './sorted-index.ts';

runContract({ describe, it }, indexContract, 'sorted', () => createSortedIndex);
