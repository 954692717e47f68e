/** What a key of a keyboard or of a presenter asks for. */
export type Order =
  | 'next'
  | 'back'
  | 'first'
  | 'last'
  | 'next-strategy'
  | 'last-strategy'
  | 'next-race'
  | 'last-race'
  | 'leave';

type KeyPress = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

const PLAIN: Readonly<Record<string, Order>> = {
  ArrowRight: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'back',
  PageUp: 'back',
  Home: 'first',
  End: 'last',
  ArrowDown: 'next-strategy',
  ArrowUp: 'last-strategy',
  Escape: 'leave',
};
const SHIFTED: Readonly<Record<string, Order>> = {
  ' ': 'back',
  ArrowDown: 'next-race',
  ArrowUp: 'last-race',
};

/** The order of a key; null where it is none. */
export function readOrder({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyPress): Order | null {
  if (ctrlKey || metaKey || altKey) return null;
  const orders = shiftKey ? SHIFTED : PLAIN;
  return Object.hasOwn(orders, key) ? (orders[key] ?? null) : null;
}

/** The next one of a list, or the one before, without going round; the first where none was. */
export function turn<T>(list: readonly T[], now: T | undefined, way: 1 | -1): T | undefined {
  const at = now === undefined ? -1 : list.indexOf(now);
  if (at === -1) return list[0];
  return list[Math.min(list.length - 1, Math.max(0, at + way))];
}
