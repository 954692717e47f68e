import type { Amount, Slot } from '../../../board/templates/template.ts';

/** What stands in a slot, in words; null while nothing is chosen. */
export function saySlot(slot: Slot): string | null {
  switch (slot.kind) {
    case 'events':
      return sayList(slot.value);
    case 'keys':
      // No keys at all are a choice as well.
      return (
        sayList(
          slot.value.map(({ tag }) => tag),
          'and',
        ) ?? slot.empty
      );
    case 'fields':
      return sayList(
        slot.value.map(({ event, field }) => `${event}.${field}`),
        'and',
      );
    case 'amount':
      return sayAmount(slot.value);
    case 'choice':
      return slot.options.find(({ value }) => value === slot.value)?.label ?? null;
    case 'states':
      return sayList(
        slot.value.map(({ event, state }) => `${event}: ${state}`),
        ',',
      );
    case 'texts':
      return sayList(slot.value);
    case 'text':
      return slot.value === '' ? null : slot.value;
  }
}

function sayAmount(amount: Amount): string | null {
  if (amount.kind === 'number') return String(amount.number);
  if (amount.kind === 'parameter') return `the command’s ${amount.parameter}`;
  const fields = [...new Set(amount.fields.map(({ field }) => field))];
  const events = sayList(amount.fields.map(({ event }) => event));
  return events === null ? null : `the latest ${sayList(fields)} of ${events}`;
}

function sayList(names: readonly string[], word: 'or' | 'and' | ',' = 'or'): string | null {
  const last = names.at(-1);
  if (last === undefined) return null;
  const joint = word === ',' ? ', ' : ` ${word} `;
  return names.length === 1 ? last : `${names.slice(0, -1).join(', ')}${joint}${last}`;
}
