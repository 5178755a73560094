import { indexContract, indexMutants, runMutants } from '@sr/testkit';
import { describe, it } from 'vitest';
import { createFlatIndex } from './index.ts';

// Here, and not in the testkit, because mutants are made of a right index.
runMutants({ describe, it }, indexContract, indexMutants, () => createFlatIndex);
