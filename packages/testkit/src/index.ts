export type { Capability, ContractCase } from './contract-case.ts';
export { encoderContract } from './encoder-contract.ts';
export { encoderMutants } from './encoder-mutants.ts';
export { fakeEncoder, type FakeEncoderSettings } from './fake-encoder.ts';
export { headContract } from './head-contract.ts';
export { headMutants } from './head-mutants.ts';
export { indexContract } from './index-contract.ts';
export { indexMutants } from './index-mutants.ts';
export { runContract } from './run-contract.ts';
export { runMutants, type Mutant } from './run-mutants.ts';
export { seededRandom } from './seeded-random.ts';
export {
  seededClusters,
  seededNearDuplicates,
  seededRows,
  type SeededClusters,
  type SeededClustersSettings,
} from './seeded-rows.ts';
export {
  tableEncoder,
  type TableEncoder,
  type TableEncoderCall,
  type TableEncoderSettings,
} from './table-encoder.ts';
export type { TestContext, TestRunner } from './test-runner.ts';
