export type { Capability, ContractCase } from './contract-case.ts';
export { runContract } from './run-contract.ts';
export { runMutants, type Mutant } from './run-mutants.ts';
export { seededRandom } from './seeded-random.ts';
export type { TestContext, TestRunner } from './test-runner.ts';
