import type { Cel, CelOperator } from './cel.ts';

type Names = ReadonlySet<string>;

const TOTAL: ReadonlySet<CelOperator> = new Set(['==', '!=', '&&', '||']);

/** The names, of those that may be null, that an expression needs a value of without having made sure that there is one. */
export function findNullHazards(cel: Cel, nullable: Names): readonly string[] {
  return [...new Set(hazardsOf(cel, nullable))];
}

function hazardsOf(cel: Cel, nullable: Names): readonly string[] {
  switch (cel.kind) {
    case 'literal':
    case 'name':
      return [];
    case 'member':
      return needed([cel.object], nullable);
    case 'index':
      return needed([cel.object, cel.index], nullable);
    case 'call': {
      const parts = cel.target ? [cel.target, ...cel.args] : cel.args;
      // dyn() takes anything.
      return cel.name === 'dyn'
        ? parts.flatMap((part) => hazardsOf(part, nullable))
        : needed(parts, nullable);
    }
    case 'unary':
      return needed([cel.operand], nullable);
    case 'list':
      return cel.items.flatMap((item) => hazardsOf(item, nullable));
    case 'map':
      return cel.entries.flatMap(([, value]) => hazardsOf(value, nullable));
    case 'ternary':
      return [
        ...hazardsOf(cel.test, nullable),
        ...hazardsOf(cel.yes, knowing(nullable, cel.test, true)),
        ...hazardsOf(cel.no, knowing(nullable, cel.test, false)),
      ];
    case 'binary':
      return hazardsOfBinary(cel, nullable);
  }
}

function hazardsOfBinary(
  { operator, left, right }: Extract<Cel, { kind: 'binary' }>,
  nullable: Names,
): readonly string[] {
  if (!TOTAL.has(operator)) return needed([left, right], nullable);
  const isShortCircuit = operator === '&&' || operator === '||';
  const after = isShortCircuit ? knowing(nullable, left, operator === '&&') : nullable;
  return [...hazardsOf(left, nullable), ...hazardsOf(right, after)];
}

function needed(parts: readonly Cel[], nullable: Names): readonly string[] {
  return parts.flatMap((part) =>
    part.kind === 'name' && nullable.has(part.name) ? [part.name] : hazardsOf(part, nullable),
  );
}

/** The names that may still be null once a condition came out so. */
function knowing(nullable: Names, condition: Cel, outcome: boolean): Names {
  const known = namesWithValue(condition, outcome);
  return known.length === 0 ? nullable : new Set([...nullable].filter((name) => !known.includes(name)));
}

function namesWithValue(cel: Cel, outcome: boolean): readonly string[] {
  if (cel.kind === 'unary' && cel.operator === '!') return namesWithValue(cel.operand, !outcome);
  if (cel.kind !== 'binary') return [];
  const { operator, left, right } = cel;
  if (operator === (outcome ? '&&' : '||')) {
    return [...namesWithValue(left, outcome), ...namesWithValue(right, outcome)];
  }
  const isNullTest = right.kind === 'literal' && right.value === null;
  return isNullTest && left.kind === 'name' && operator === (outcome ? '!=' : '==') ? [left.name] : [];
}
