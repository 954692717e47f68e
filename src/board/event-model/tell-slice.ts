import { getOwn } from '../../lib/get-own.ts';
import type { Model, SliceDefinition } from '../../model/schema.ts';
import { type ElementKey, makeKey, parseKey } from '../element-key.ts';

/** A piece of a sentence: plain words, or the name of an element. */
export type Telling = string | { readonly key: ElementKey; readonly name: string };

/** A slice in plain words, to be read out: who starts it, what happens, what it must keep, who sees or reacts. */
export function tellSlice(model: Model, slice: SliceDefinition): Telling[] {
  const named = (kind: string) =>
    (slice.elements ?? []).flatMap((element) => {
      const parsed = parseKey(element);
      return parsed?.kind === kind ? [parsed.name] : [];
    });
  const screens = named('screen');
  const commands = named('command');
  const told: Telling[] = [];
  for (const policy of named('policy')) told.push(...tellPolicy(model, policy, commands));
  const isAutomatic = named('policy').length > 0;
  for (const command of commands) told.push(...tellCommand(model, command, isAutomatic ? [] : screens));
  for (const readModel of named('readModel'))
    told.push(...tellReadModel(model, readModel, commands.length > 0 ? [] : screens));
  for (const system of named('externalSystem')) told.push(...tellSystem(model, system));
  return told.length > 0 ? told : ['Nothing is said about this slice yet.'];
}

function tellPolicy(model: Model, policy: string, commands: readonly string[]): Telling[] {
  const { on = [], issues } = getOwn(model.policies, policy) ?? {};
  const reacts: Telling[] =
    on.length > 0
      ? ['After ', ...joinNames('event', on, 'or'), ', the policy ', nameOf('policy', policy)]
      : ['The policy ', nameOf('policy', policy)];
  if (issues === undefined) return [...reacts, ' reacts. '];
  return [...reacts, ' gives ', nameOf('command', issues), commands.includes(issues) ? ' by itself. ' : '. '];
}

function tellCommand(model: Model, command: string, screens: readonly string[]): Telling[] {
  const { emits = [], checks = [] } = getOwn(model.commands, command) ?? {};
  const always = emits.flatMap((emit) =>
    typeof emit === 'string' ? [emit] : emit.when === undefined ? [emit.event] : [],
  );
  const sometimes = emits.flatMap((emit) =>
    typeof emit === 'object' && emit.when !== undefined ? [emit.event] : [],
  );
  const told: Telling[] = screens.length > 0 ? ['On ', ...joinNames('screen', screens, 'or'), ', '] : [];
  told.push(nameOf('command', command));
  if (always.length > 0) told.push(' leads to ', ...joinNames('event', always, 'and'));
  if (sometimes.length > 0) {
    told.push(
      always.length > 0 ? ', and sometimes to ' : ' sometimes leads to ',
      ...joinNames('event', sometimes, 'or'),
    );
  }
  if (emits.length === 0) told.push(' leads to nothing yet');
  told.push('. ');
  const rules = [...new Set(checks.map((check) => (typeof check === 'string' ? check : check.constraint)))];
  if (rules.length > 0) told.push('It must keep ', ...joinNames('constraint', rules, 'and'), '. ');
  return told;
}

function tellReadModel(model: Model, readModel: string, screens: readonly string[]): Telling[] {
  const events = Object.keys(getOwn(model.readModels, readModel)?.on ?? {});
  const told: Telling[] = [nameOf('readModel', readModel)];
  told.push(
    ...(events.length > 0 ? [' follows ', ...joinNames('event', events, 'and')] : [' follows no event yet']),
  );
  if (screens.length > 0) told.push(', to be seen on ', ...joinNames('screen', screens, 'and'));
  return [...told, '. '];
}

function tellSystem(model: Model, system: string): Telling[] {
  const { on = [], task } = getOwn(model.externalSystems, system) ?? {};
  const told: Telling[] = [nameOf('externalSystem', system), ' is told'];
  if (on.length > 0) told.push(' of ', ...joinNames('event', on, 'and'));
  return [...told, task === undefined ? '. ' : `: ${task.replace(/\.?\s*$/, '')}. `];
}

function nameOf(kind: Parameters<typeof makeKey>[0], name: string): Telling {
  return { key: makeKey(kind, name), name };
}

function joinNames(
  kind: Parameters<typeof makeKey>[0],
  names: readonly string[],
  word: 'and' | 'or',
): Telling[] {
  return names.flatMap((name, index) => {
    if (index === 0) return [nameOf(kind, name)];
    return [index === names.length - 1 ? ` ${word} ` : ', ', nameOf(kind, name)];
  });
}
