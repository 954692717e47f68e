import type { ArrayExpression, Expression, ObjectExpression, Property, SpreadElement } from 'acorn';
import { binary, type Cel, call, NULL, ternary } from './cel.ts';
import { Untranslatable } from './javascript.ts';
import type { Typed } from './scope.ts';
import type { Shape } from './shape.ts';

const MOST_KEYS = 100;

type Visit = (node: Expression) => Typed;

/** An array literal; spread arrays are concatenated. */
export function translateArray(node: ArrayExpression, visit: Visit): Typed {
  const runs: Cel[] = [];
  let items: Cel[] = [];
  let element: Shape | undefined;
  const close = () => {
    if (items.length > 0) runs.push({ kind: 'list', items });
    items = [];
  };
  for (const item of node.elements) {
    if (item === null)
      throw new Untranslatable(node, 'a list without a value at one place has no counterpart in CEL');
    if (item.type === 'SpreadElement') {
      const spread = visit(item.argument);
      if (!['list', 'dyn'].includes(spread.shape.kind))
        throw new Untranslatable(item, 'only lists can be spread in a list');
      close();
      runs.push(spread.cel);
      element ??= spread.shape.element;
    } else {
      const typed = visit(item);
      items.push(typed.cel);
      element ??= typed.shape;
    }
  }
  close();
  const cel =
    runs.length === 0 ? ({ kind: 'list', items: [] } as const) : runs.reduce((a, b) => binary('+', a, b));
  return { cel, shape: { kind: 'list', ...(element && { element }) } };
}

/** An object literal; a spread object is written out key by key, as CEL cannot merge maps, where its keys are known. */
export function translateObject(node: ObjectExpression, visit: Visit): Typed {
  const entries = new Map<string, Typed>();
  // The object that may be null where it is spread; JavaScript then takes no keys from it.
  let absent: Cel | undefined;
  const inherited = new Map<string, Cel>();
  for (const property of node.properties) {
    if (property.type === 'Property') {
      const name = nameOf(property);
      entries.delete(name);
      entries.set(name, visit(property.value));
      inherited.delete(name);
      continue;
    }
    const spread = visit(property.argument);
    const { nullable } = spread.shape;
    if (nullable && absent !== undefined)
      throw new Untranslatable(property, 'only one object that may be null can be spread');
    if (nullable) absent = spread.cel;
    for (const [name, shape] of fieldsOf(property, spread.shape)) {
      const before = entries.get(name)?.cel ?? NULL;
      entries.set(name, { cel: readField(spread.cel, name, shape), shape });
      if (nullable) inherited.set(name, before);
      else inherited.delete(name);
    }
  }
  const shape: Shape = {
    kind: 'map',
    fields: new Map([...entries].map(([name, typed]) => [name, typed.shape])),
  };
  const all = [...entries].map(([name, { cel }]) => [name, cel] as const);
  if (absent === undefined) return { cel: { kind: 'map', entries: all }, shape };
  const without = all.map(([name, cel]) => [name, inherited.get(name) ?? cel] as const);
  const isAbsent = binary('==', absent, NULL);
  return { cel: ternary(isAbsent, { kind: 'map', entries: without }, { kind: 'map', entries: all }), shape };
}

/** The known keys of a spread object. Throws `Untranslatable` where they are not known, or too many. */
function fieldsOf(node: SpreadElement, { fields }: Shape): ReadonlyMap<string, Shape> {
  if (fields === undefined || fields.size === 0) {
    throw new Untranslatable(node, 'CEL cannot merge maps, and the keys of this object are not known');
  }
  if (fields.size > MOST_KEYS) throw new Untranslatable(node, 'the object has too many keys');
  return fields;
}

function readField(object: Cel, property: string, shape: Shape): Cel {
  const member: Cel = { kind: 'member', object, property };
  return shape.nullable ? ternary(call('has', member), member, call('dyn', NULL)) : member;
}

function nameOf(property: Property): string {
  const { key, computed, kind, method } = property;
  const name =
    key.type === 'Identifier' && !computed
      ? key.name
      : key.type === 'Literal'
        ? String(key.value)
        : undefined;
  if (name === undefined || kind !== 'init' || method) {
    throw new Untranslatable(property, 'only plain "key: value" pairs can be translated');
  }
  if (name === '__proto__') throw new Untranslatable(property, '"__proto__" is no key in JavaScript');
  return name;
}
