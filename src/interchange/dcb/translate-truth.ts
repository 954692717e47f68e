import { binary, type Cel, literal, NULL } from './cel.ts';
import type { Typed } from './scope.ts';

/** What JavaScript takes a value for where it asks for a condition; a value nothing is known of is taken to be a bool. */
export function toCondition({ cel, shape }: Typed): Cel {
  if (shape.kind === 'null') return literal(false);
  if (isChain(cel)) {
    const present = toCondition({ cel: cel.yes, shape: { ...shape, nullable: false } });
    return present.kind === 'literal' ? cel.test : binary('&&', cel.test, present);
  }
  const present = shape.nullable ? binary('!=', cel, NULL) : undefined;
  if (shape.kind === 'bool') return shape.nullable ? binary('==', cel, literal(true)) : cel;
  // An object or a list is true whatever is in it.
  if (shape.kind === 'map' || shape.kind === 'list') return present ?? literal(true);
  if (shape.kind === 'dyn') return present ?? cel;
  const filled = binary('!=', cel, {
    kind: 'literal',
    value: shape.kind === 'string' ? '' : 0,
    double: shape.kind === 'double',
  });
  return present ? binary('&&', present, filled) : filled;
}

/** Whether an expression is what an optional chain became: a test, the value, and otherwise null. */
export function isChain(cel: Cel): cel is Extract<Cel, { kind: 'ternary' }> {
  if (cel.kind !== 'ternary') return false;
  const otherwise = cel.no.kind === 'call' && cel.no.name === 'dyn' ? cel.no.args[0] : cel.no;
  return otherwise === NULL;
}
