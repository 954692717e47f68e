import { getOwn } from '../../lib/get-own.ts';
import type { Model } from '../../model/schema.ts';

/**
 * The fields of a command that say which instances it is about: those whose names stand in a tag of the model. Read off
 * the words alone, which is enough for proposing values.
 */
export function listKeyFields(model: Model, command: string): readonly string[] {
  const words = listTagWords(model);
  return Object.keys(getOwn(model.commands, command)?.fields ?? {}).filter((field) => words.has(field));
}

function listTagWords({ events, constraints, commands }: Model): ReadonlySet<string> {
  const expressions = [
    ...Object.values(events ?? {}).flatMap(({ tags }) => Object.values(tags ?? {})),
    ...Object.values(constraints ?? {}).flatMap(({ projections }) =>
      Object.values(projections ?? {}).flatMap(({ tags }) => Object.values(tags ?? {})),
    ),
    // A parameter that has another name than the field it gets its value from.
    ...Object.values(commands ?? {}).flatMap(({ checks }) =>
      (checks ?? []).flatMap((check) => (typeof check === 'string' ? [] : Object.values(check.with ?? {}))),
    ),
  ];
  return new Set(expressions.flatMap((text) => text.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? []));
}
