import { CEL_FUNCTIONS, CEL_METHODS, type Completion } from './completion.ts';

export interface Offer {
  readonly completion: Completion;
  /** Whether brackets follow: it is a function. */
  readonly isCall: boolean;
}

/** What can stand at the end of a text, and where what is typed of it begins; null inside texts and comments, and where nothing fits. */
export function findOffers(
  before: string,
  scope: readonly Completion[],
): { readonly from: number; readonly offers: readonly Offer[] } | null {
  if (isInText(before)) return null;
  const [path = ''] = /[A-Za-z_][\w.]*$/.exec(before) ?? [];
  const [, word = ''] = /\.(\w*)$/.exec(before) ?? [];
  const isAfterDot = /\.\w*$/.test(before) && !/(?<!\w)\d+\.\d*$/.test(before);
  if (!isAfterDot) {
    const offers = [...scope.map(toValue), ...CEL_FUNCTIONS.map(toOffer)];
    return { from: before.length - path.length, offers };
  }
  const owner = path.slice(0, path.lastIndexOf('.') + 1);
  const fields = owner === '' ? [] : scope.filter(({ label }) => label.startsWith(owner));
  if (fields.length > 0) return { from: before.length - path.length, offers: fields.map(toValue) };
  return { from: before.length - word.length, offers: CEL_METHODS.map(toCall) };
}

const WORDS = new Set(['in', 'true', 'false', 'null']);

function toValue(completion: Completion): Offer {
  return { completion, isCall: false };
}

function toCall(completion: Completion): Offer {
  return { completion, isCall: true };
}

function toOffer(completion: Completion): Offer {
  return { completion, isCall: !WORDS.has(completion.label) };
}

/** Whether a text that is not closed, or a comment, leads up to the end. */
function isInText(before: string): boolean {
  const rest = before.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '');
  return /["']|\/\/[^\n]*$/.test(rest);
}
