import type { JsonObject } from '../../lib/json.ts';
import { parseTemplate } from './template.ts';

/** Whether a template such as `Course "{command.id}" exists` gives a text for a command; what is not a plain field of the command may be any text. */
export function matchesMessage(template: string, text: string, command: JsonObject): boolean {
  const literals: string[] = [''];
  for (const part of parseTemplate(template)) {
    const known = 'text' in part ? part.text : fillPlaceholder(part.expression, command);
    if (known === undefined) literals.push('');
    else literals.push((literals.pop() ?? '') + known);
  }
  const [first = '', ...rest] = literals;
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let from = first.length;
  for (const between of rest) {
    const at = text.indexOf(between, from);
    if (at < 0) return false;
    from = at + between.length;
  }
  return text.length - last.length >= from && text.endsWith(last);
}

function fillPlaceholder(expression: string, command: JsonObject): string | undefined {
  const [root, field = '', ...deeper] = expression.trim().split('.');
  if (root !== 'command' || deeper.length > 0 || !Object.hasOwn(command, field)) return undefined;
  const value = command[field];
  return typeof value === 'object' ? undefined : String(value);
}
