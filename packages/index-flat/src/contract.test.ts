import { indexContract, runContract } from '@sr/testkit';
import { describe, it } from 'vitest';
import { createFlatIndex } from './index.ts';

runContract({ describe, it }, indexContract, 'flat', () => createFlatIndex);
