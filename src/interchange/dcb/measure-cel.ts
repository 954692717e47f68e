import type { Cel } from './cel.ts';

/** Whether an expression has more nodes than `limit`; stops counting there, as shared parts can make a small tree a huge text. */
export function isLargerThan(limit: number, cel: Cel): boolean {
  const pending = [cel];
  for (let count = 0; ; count++) {
    const next = pending.pop();
    if (next === undefined) return false;
    if (count === limit) return true;
    pending.push(...partsOf(next).slice(0, limit));
  }
}

function partsOf(cel: Cel): readonly Cel[] {
  switch (cel.kind) {
    case 'literal':
    case 'name':
      return [];
    case 'member':
      return [cel.object];
    case 'index':
      return [cel.object, cel.index];
    case 'call':
      return cel.target ? [cel.target, ...cel.args] : cel.args;
    case 'unary':
      return [cel.operand];
    case 'binary':
      return [cel.left, cel.right];
    case 'ternary':
      return [cel.test, cel.yes, cel.no];
    case 'list':
      return cel.items;
    case 'map':
      return cel.entries.map(([, value]) => value);
  }
}
