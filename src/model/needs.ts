import { getOwn } from '../lib/get-own.ts';
import { parseFieldType } from './field-type.ts';
import type { Model, ScreenDefinition } from './schema.ts';

/** Whether nobody has said yet what there is on a screen. */
export function isBlank({ fields, shows }: ScreenDefinition): boolean {
  return fields === undefined && (shows ?? []).length === 0;
}

/** The fields a command cannot do without; none for one that does not exist. */
export function listNeeded(model: Model, command: string): string[] {
  return Object.entries(getOwn(model.commands, command)?.fields ?? {})
    .filter(([, type]) => !parseFieldType(type)?.optional)
    .map(([name]) => name);
}
