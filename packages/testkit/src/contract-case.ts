/** One promise of a contract, as data: runs under any test runner, in a browser, or at boot. */
export interface ContractCase<Subject> {
  readonly name: string;
  /** Left out: every subject makes this promise. */
  readonly when?: Capability<Subject>;
  /** Fails by throwing. */
  run(subject: Subject): Promise<void> | void;
}

/** An optional power. Reads what the subject declares, never the test file. */
export interface Capability<Subject> {
  /** Names the declaration in reports, e.g. `supports.inputType`. */
  readonly name: string;
  declaredBy(subject: Subject): Promise<boolean> | boolean;
}
