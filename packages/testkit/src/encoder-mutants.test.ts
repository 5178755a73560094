import { describe, it } from 'vitest';
import { encoderContract, encoderMutants, fakeEncoder, runMutants } from './index.ts';

runMutants({ describe, it }, encoderContract, encoderMutants, () => fakeEncoder());
