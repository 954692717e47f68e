import { getOwn } from '../../lib/get-own.ts';
import type { CheckDefinition, CommandDefinition, EmitDefinition, Model } from '../../model/schema.ts';
import { escapeMarkdown, writeCode } from './markdown-text.ts';
import { sayDescription, sayFields, sayName } from './say-data.ts';

/** Each command with what it checks, in words, and the events it leads to. */
export function writeCommands(model: Model): readonly string[] {
  const commands = Object.entries(model.commands ?? {});
  if (commands.length === 0) return [];
  return ['## Commands', '', ...commands.flatMap(([name, command]) => writeCommand(name, command, model))];
}

function writeCommand(name: string, command: CommandDefinition, model: Model): readonly string[] {
  const fields = sayFields(command.fields);
  const checks = (command.checks ?? []).map((check) => `- ${sayCheck(check, model)}`);
  const emits = (command.emits ?? []).map((emit) => `- ${sayEmit(emit)}`);
  return [
    `### ${sayName(name)}`,
    '',
    ...sayDescription(command.description),
    ...(fields === '' ? [] : [`Data: ${fields}`, '']),
    ...(checks.length === 0 ? ['It checks nothing.', ''] : ['It checks:', '', ...checks, '']),
    ...(emits.length === 0 ? ['It leads to no event.', ''] : ['It leads to:', '', ...emits, '']),
  ];
}

function sayCheck(check: CheckDefinition, model: Model): string {
  const name = typeof check === 'string' ? check : check.constraint;
  const { description, rule } = getOwn(model.constraints, name) ?? {};
  const told = description === undefined ? '' : `: ${escapeMarkdown(description)}`;
  const ruled = rule === undefined ? '' : ` (${writeCode(rule)})`;
  return `**${sayName(name)}**${told}${ruled}${typeof check === 'string' ? '' : sayBinding(check)}`;
}

function sayBinding({ with: bindings, each, as }: Exclude<CheckDefinition, string>): string {
  const pairs = Object.entries(bindings ?? {}).map(
    ([name, expression]) => `${writeCode(name)} is ${writeCode(expression)}`,
  );
  const element = as === undefined ? 'element' : writeCode(as);
  const repeated = each === undefined ? [] : [`once for each ${element} of ${writeCode(each)}`];
  const said = [...repeated, ...pairs].join(', ');
  return said === '' ? '' : `, where ${said}`;
}

function sayEmit(emit: EmitDefinition): string {
  if (typeof emit === 'string') return `**${sayName(emit)}**`;
  const { event, when, data } = emit;
  const condition = when === undefined ? '' : `, when ${writeCode(when)}`;
  const pairs = Object.entries(data ?? {}).map(
    ([name, expression]) => `${writeCode(name)} is ${writeCode(expression)}`,
  );
  return `**${sayName(event)}**${condition}${pairs.length === 0 ? '' : `, with ${pairs.join(', ')}`}`;
}
