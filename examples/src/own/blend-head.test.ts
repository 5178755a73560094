import { headContract, runContract } from '@sr/testkit';
import { describe, it } from 'vitest';
import { blendHead } from './blend-head.ts';

runContract({ describe, it }, headContract, 'blend', () => blendHead);
