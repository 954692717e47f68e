import type { Refusal } from '../event-store/port.ts';

/** An append that was not done because what is written with it could not be: caught where a command is issued. */
export class RefusedAppend extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(sayRefusal(refusal));
    this.refusal = refusal;
  }
}

/** Why an append was refused, in a sentence without its full stop. */
export function sayRefusal({ by, eventType, at, expression, message }: Refusal): string {
  const where = expression === '' ? at : `“${expression}” (${at})`;
  return `Nothing was written: the read model ${by} is written with the events, and cannot take ${eventType}. ${message} in ${where}`;
}
