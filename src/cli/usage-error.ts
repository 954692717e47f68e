/** Something was asked for in a way that cannot be answered; ends the command with exit code 2 and this message. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
