import type { CallExpression, Expression, MemberExpression } from 'acorn';
import { binary, type Cel, call, join, NULL } from './cel.ts';
import { Untranslatable } from './javascript.ts';
import { printCel } from './print-cel.ts';
import { type Binding, isNamespace, type JavaScriptScope, type Typed } from './scope.ts';
import { BOOL, DYN, INT } from './shape.ts';
import { choose } from './translate-operators.ts';

const MOST_GUARDS = 20;

type Visit = (node: Expression) => Typed;

/** A name, a member or a call on one (`a.b`, `a?.b`, `a.includes(b)`) in CEL; optional chains become a test for what may be missing. */
export function translatePath(node: Expression, scope: JavaScriptScope, visit: Visit): Typed {
  const guards: Cel[] = [];
  const chain = node.type === 'ChainExpression' ? node.expression : node;
  const binding = resolve(chain, { scope, visit, guards });
  const value = isNamespace(binding) ? binding.self : binding;
  if (value === undefined) throw new Untranslatable(node, 'it can only be used with a name after it');
  return guards.length === 0
    ? value
    : choose(join('&&', guards), value, { cel: NULL, shape: { kind: 'null' } });
}

interface Walk {
  readonly scope: JavaScriptScope;
  readonly visit: Visit;
  /** The tests that an optional chain met so far needs. */
  readonly guards: Cel[];
}

function resolve(node: Expression, walk: Walk): Binding {
  if (node.type === 'Identifier') {
    const binding = walk.scope.names.get(node.name);
    if (binding === undefined) throw new Untranslatable(node, `"${node.name}" is not known here`);
    return binding;
  }
  if (node.type === 'ParenthesizedExpression') return resolve(node.expression, walk);
  if (node.type === 'MemberExpression') return resolveMember(node, walk);
  if (node.type === 'CallExpression') return resolveCall(node, walk);
  return walk.visit(node);
}

function resolveMember(node: MemberExpression, walk: Walk): Binding {
  if (node.object.type === 'Super') throw new Untranslatable(node, '"super" has no counterpart in CEL');
  const object = resolve(node.object, walk);
  const key = keyOf(node);
  if (key === undefined) {
    const index = walk.visit(node.property as Expression);
    const list = toValue(object, node);
    return { cel: { kind: 'index', object: list.cel, index: index.cel }, shape: list.shape.element ?? DYN };
  }
  if (isNamespace(object)) {
    const member = object.members.get(key);
    if (member !== undefined) return member;
    if (object.self === undefined) {
      const known = [...object.members.keys()].join(', ') || 'nothing';
      throw new Untranslatable(node, `"${key}" is not known here, only ${known}`);
    }
  }
  return readMember(toValue(object, node), key, node.optional, walk);
}

function readMember(object: Typed, key: string, isOptional: boolean, { guards }: Walk): Typed {
  const isGuarded = isOptional || guards.length > 0;
  if (isGuarded) guardPresence(object, guards);
  const field = object.shape.fields?.get(key);
  if (key === 'length' && field === undefined && object.shape.kind !== 'map') {
    return { cel: call('size', object.cel), shape: INT };
  }
  const cel: Cel = { kind: 'member', object: object.cel, property: key };
  if (isGuarded) addGuard(guards, call('has', cel));
  return { cel, shape: field ?? DYN };
}

function resolveCall(node: CallExpression, walk: Walk): Typed {
  const { callee } = node;
  const method = callee.type === 'MemberExpression' ? keyOf(callee) : undefined;
  const [argument, ...others] = node.arguments;
  if (callee.type !== 'MemberExpression' || callee.object.type === 'Super' || method !== 'includes') {
    throw new Untranslatable(node, 'of all function calls only ".includes(…)" can be translated');
  }
  if (argument === undefined || argument.type === 'SpreadElement' || others.length > 0) {
    throw new Untranslatable(node, '".includes(…)" needs exactly one argument');
  }
  const object = toValue(resolve(callee.object, walk), node);
  if (callee.optional || walk.guards.length > 0) guardPresence(object, walk.guards);
  const sought = walk.visit(argument).cel;
  if (object.shape.kind === 'string') {
    return { cel: { kind: 'call', target: object.cel, name: 'contains', args: [sought] }, shape: BOOL };
  }
  return { cel: binary('in', sought, object.cel), shape: BOOL };
}

function guardPresence({ cel, shape }: Typed, guards: Cel[]): void {
  if (cel.kind !== 'member' && cel.kind !== 'name') {
    throw new Untranslatable({ start: 0, end: 0 }, '"?." can only be translated after plain names');
  }
  if (cel.kind === 'member') addGuard(guards, call('has', cel));
  if (shape.nullable || shape.kind === 'dyn') addGuard(guards, binary('!=', cel, NULL));
}

function addGuard(guards: Cel[], guard: Cel): void {
  if (guards.length >= MOST_GUARDS) throw new Untranslatable({ start: 0, end: 0 }, 'it has too many "?."');
  const text = printCel(guard);
  if (!guards.some((known) => printCel(known) === text)) guards.push(guard);
}

function toValue(binding: Binding, node: Expression): Typed {
  const value = isNamespace(binding) ? binding.self : binding;
  if (value === undefined) throw new Untranslatable(node, 'it can only be used with a known name after it');
  return value;
}

function keyOf({ property, computed }: MemberExpression): string | undefined {
  if (!computed) return property.type === 'Identifier' ? property.name : undefined;
  return property.type === 'Literal' && typeof property.value === 'string' ? property.value : undefined;
}
