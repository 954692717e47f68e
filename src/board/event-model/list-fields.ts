import { getOwn } from '../../lib/get-own.ts';
import { listColumns } from '../../model/columns.ts';
import type { Model } from '../../model/schema.ts';
import { type ElementKey, parseKey } from '../element-key.ts';

/** The information an element carries: a command's or event's fields, a read model's columns. */
export function listFields(model: Model, key: ElementKey): string[] {
  const { kind, name } = parseKey(key) ?? { kind: 'note', name: '' };
  if (kind === 'command') return Object.keys(getOwn(model.commands, name)?.fields ?? {});
  if (kind === 'event') return Object.keys(getOwn(model.events, name)?.fields ?? {});
  const readModel = kind === 'readModel' ? getOwn(model.readModels, name) : undefined;
  return readModel ? [...(listColumns(readModel) ?? [])] : [];
}
