import { sayField } from './field-path.ts';
import { type FieldProfile, type FieldSurvey, MOST_VALUES } from './field-survey.ts';
import type { Choice } from './mapping-proposal.ts';

/** What fields of a part are called, most telling first. */
const NAMES = {
  type: [
    /^(event_?type|event_?name|concept:name|activity)$/i,
    /^(activity_?name|type|event|action|name|verb|kind|operation|message)$/i,
    /(event|type|action|activity)/i,
  ],
  time: [
    /^(time|timestamp|time:timestamp|@timestamp|ts|datetime|event_?time|occurred_?(at|on))$/i,
    /(timestamp|complete_?time|date_?time|created|_at$|At$)/,
    /(time|date)/i,
  ],
  id: [/^(id|event_?id|uuid|guid|_id|identity:id|message_?id)$/i],
  actor: [
    /^(actor|user|resource|org:resource|author|login|user_?name|performed_?by|created_?by|performer|who|agent)$/i,
    /(actor|user|resource|author|login|performer|employee|agent|operator)/i,
  ],
  correlation: [/(correlation|trace_?id|traceparent|request_?id|transaction_?id|tx_?id)/i],
} as const;

export type GuessedPart = keyof typeof NAMES;

/** The field that is a part of the event, by its name and by what stands in it; null where none looks like it. */
export function guessField(
  part: GuessedPart,
  survey: FieldSurvey,
  taken: readonly FieldProfile[],
): FieldProfile | null {
  let best: { readonly field: FieldProfile; readonly rank: number } | null = null;
  for (const field of survey.fields) {
    if (taken.includes(field) || !fits(part, field, survey.looked)) continue;
    const rank = rankField(part, field);
    if (rank !== null && (best === null || rank < best.rank)) best = { field, rank };
  }
  return best?.field ?? null;
}

/** Less is better; deeper fields come after flat ones of as good a name. */
function rankField(part: GuessedPart, { path, times, count }: FieldProfile): number | null {
  const name = path.at(-1) ?? '';
  const parent = /^(id|name|login|email|value)$/i.test(name) ? path.at(-2) : undefined;
  const found = [name, parent]
    .map((one) => (one === undefined ? -1 : NAMES[part].findIndex((pattern) => pattern.test(one))))
    .find((rank) => rank !== -1);
  if (found !== undefined) return found * 10 + path.length;
  // A time is known by its look alone.
  return part === 'time' && times >= 0.8 * count ? 100 + path.length : null;
}

function fits(part: GuessedPart, field: FieldProfile, looked: number): boolean {
  if (part === 'time') return field.count >= looked / 2 && field.times >= field.count / 2;
  if (field.isList || field.longest > 200 || looksLikeTime(field)) return false;
  if (part === 'type') return field.count >= looked / 2 && field.distinct <= Math.max(20, looked / 3);
  if (part === 'id') return field.count === looked && field.distinct >= 0.98 * Math.min(looked, MOST_VALUES);
  return part === 'correlation' || field.count >= looked / 5;
}

/** Whether a field holds times rather than numbers that could be times. */
export function looksLikeTime({ count, times, examples }: FieldProfile): boolean {
  return count > 0 && times >= 0.8 * count && !examples.every((example) => /^\d+$/.test(example));
}

/** Why a field was taken, for a person. */
export function explainGuess(part: GuessedPart, field: FieldProfile, looked: number): Choice {
  const name = `"${sayField(field.path)}"`;
  const where = sayWhere(field, looked);
  const reasons: Readonly<Record<GuessedPart, string>> = {
    type: `${name} stands ${where}, with ${sayDistinct(field)}.`,
    time: `${name} stands ${where} and holds times${field.zoneless > 0 ? ' without a zone, taken as UTC' : ''}.`,
    id: `${name} stands ${where} and is ${field.commonest > 1 ? 'hardly ever' : 'never'} the same twice.`,
    actor: `${name} sounds like who did it: it stands ${where}, with ${sayDistinct(field)}.`,
    correlation: `${name} sounds like what belongs together: it stands ${where}.`,
  };
  return { fields: [field.path], reason: reasons[part] };
}

/** In how many of the rows a field stands, in words. */
export function sayWhere({ count }: FieldProfile, looked: number): string {
  return count === looked ? 'in every row' : `in ${count} of ${looked} rows`;
}

/** How many values a field has, in words. */
export function sayDistinct({ distinct }: FieldProfile): string {
  if (distinct === 1) return 'the same value everywhere';
  return distinct >= MOST_VALUES ? `more than ${MOST_VALUES} values` : `${distinct} values`;
}
