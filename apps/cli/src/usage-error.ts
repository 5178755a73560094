/** The command was used in a wrong way; the message names the option or argument. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly option: string;

  constructor(option: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.option = option;
  }
}
