import type { Relation } from '../../board/edits/arrows.ts';

const SENTENCES: Readonly<Record<Relation, (from: string, to: string) => string>> = {
  emits: (from, to) => `When ${from} is accepted, ${to} is recorded.`,
  reads: (from, to) => `To decide, ${to} reads past events of the type ${from}.`,
  checks: (from, to) => `${to} is accepted only if ${from} holds.`,
  triggers: (from, to) => `Whenever ${from} happens, the policy “${to}” reacts.`,
  issues: (from, to) => `The policy “${from}” gives the command ${to}.`,
  projects: (from, to) => `${from} changes what can be looked up in ${to}.`,
  notifies: (from, to) => `${to} is told about each ${from}.`,
  shows: (from, to) => `${from} is shown on the screen “${to}”.`,
  offers: (from, to) => `On the screen “${from}” a person can give ${to}.`,
  asks: (from, to) => `${from} asks for ${to}.`,
};

/** What an arrow means, in a sentence. */
export function sayArrow(relation: Relation | null, from: string, to: string): string {
  return relation === null ? `From ${from} to ${to}.` : SENTENCES[relation](from, to);
}
