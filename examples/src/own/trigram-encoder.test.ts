import { encoderContract, runContract } from '@sr/testkit';
import { describe, it } from 'vitest';
import { trigramEncoder } from './trigram-encoder.ts';

runContract({ describe, it }, encoderContract, 'trigram', () => trigramEncoder());
