import type { Diagnostic } from '../../model/diagnostic.ts';

/** How each finding about information that is missing begins: up to the quote before the field's name. */
const BEGINNINGS: { readonly [code: string]: RegExp } = {
  'field-without-source': /^The field "(.*?)" of the command "/,
  'column-without-source': /" takes "(.*?)" from the event "/,
  'unfilled-field': /^Nothing fills the field "(.*?)" of the event "/,
  'cel-unknown-field': /^"event" has no "(.*?)":/,
};

/** The field that has no source according to a finding; null when it is about something else. */
export function findMissingField({ code, at, message }: Diagnostic): string | null {
  const beginning = Object.hasOwn(BEGINNINGS, code) ? BEGINNINGS[code] : undefined;
  const isElsewhere = code === 'cel-unknown-field' && !at.startsWith('/readModels/');
  return beginning === undefined || isElsewhere ? null : (beginning.exec(message)?.[1] ?? null);
}
