import type { CompiledCommand } from '../../decision/compiled-model.ts';
import { product } from '../../lib/product.ts';
import { nameInstance } from '../../model/name-instance.ts';
import { findKeyFields } from './key-fields.ts';

/** A key field of the first (0) or the second (1) command of a pair. */
export interface KeySlot {
  readonly side: 0 | 1;
  readonly field: string;
}

/** Key fields of a pair that can name the same instance: they share a concept. */
export interface KeyGroup {
  /** What people call it: the first of its concepts. */
  readonly concept: string;
  readonly concepts: ReadonlySet<string>;
  readonly slots: readonly KeySlot[];
}

/** Which slots of each group hold the same instance: one number per slot, equal numbers for equal instances, numbered in the order they appear (M1). */
export interface Pattern {
  readonly groups: readonly KeyGroup[];
  readonly instances: readonly (readonly number[])[];
  readonly name: string;
}

/** A statement a pattern makes about two slots of one group, and whether it is true there. */
export interface Atom {
  readonly same: string;
  readonly other: string;
  readonly group: number;
  readonly slots: readonly [number, number];
}

/** All patterns of a pair of commands: every way in which key fields of one concept are equal or differ (M1), as far as their types have that many values. */
export function listPatterns(first: CompiledCommand, second: CompiledCommand): readonly Pattern[] {
  const groups = groupKeys(first, second);
  const atoms = listAtoms(groups);
  const choices = groups.map((group) =>
    partitions(group.slots.length).filter((instances) => canDiffer(group, instances, [first, second])),
  );
  return product(choices).map((instances) => ({ groups, instances, name: namePattern(atoms, instances) }));
}

/** Whether different instances have different values: a choice of one, or a yes and no, runs out of them. */
function canDiffer(
  { concept, slots }: KeyGroup,
  instances: readonly number[],
  pair: readonly [CompiledCommand, CompiledCommand],
): boolean {
  const values = slots.map(({ side, field }, slot) => {
    const kind = pair[side].fields.get(field);
    return kind && JSON.stringify(nameInstance(kind, concept, (instances[slot] ?? 0) + 1));
  });
  return values.every((value, i) =>
    values.every((other, j) => value !== other || instances[i] === instances[j]),
  );
}

/** Whether an atom's two slots hold the same instance in a pattern. */
export function isSame({ group, slots: [one, other] }: Atom, instances: Pattern['instances']): boolean {
  return instances[group]?.[one] === instances[group]?.[other];
}

/** Groups the key fields of both commands: a field that serves two concepts joins them. */
function groupKeys(first: CompiledCommand, second: CompiledCommand): readonly KeyGroup[] {
  const groups: { concepts: Set<string>; slots: KeySlot[] }[] = [];
  for (const [side, command] of [first, second].entries()) {
    for (const [field, concepts] of findKeyFields(command)) {
      const touching = groups.filter((group) => [...concepts].some((concept) => group.concepts.has(concept)));
      const merged = {
        concepts: new Set([...touching.flatMap((group) => [...group.concepts]), ...concepts]),
        slots: [...touching.flatMap(({ slots }) => slots), { side: side as 0 | 1, field }],
      };
      for (const group of touching) groups.splice(groups.indexOf(group), 1);
      groups.push(merged);
    }
  }
  return groups.map(({ concepts, slots }) => ({ concept: [...concepts][0] ?? '', concepts, slots }));
}

/** What can be said of a pair: for each group, which of its slots are the same. A group with one field on each side is just "same course", equal fields of both sides are "same fromAccount". */
export function listAtoms(groups: readonly KeyGroup[]): readonly Atom[] {
  return groups.flatMap(({ concept, slots }, group) =>
    pairsOf(slots.length).flatMap(([one, other]): Atom[] => {
      const [left, right] = [slots[one], slots[other]];
      if (left === undefined || right === undefined) return [];
      const word = nameShared(left, right, concept, slots.length);
      const words = word
        ? { same: `same ${word}`, other: `other ${word}` }
        : {
            same: `${nameSlot(left)} is ${nameSlot(right)}`,
            other: `${nameSlot(left)} is not ${nameSlot(right)}`,
          };
      return [{ ...words, group, slots: [one, other] }];
    }),
  );
}

/** The one word for two slots of different commands: the concept where there are no others, the field where both are called so. */
function nameShared(left: KeySlot, right: KeySlot, concept: string, slots: number): string | null {
  if (left.side === right.side) return null;
  if (slots === 2) return concept;
  return left.field === right.field ? left.field : null;
}

function nameSlot({ side, field }: KeySlot): string {
  return `#${side + 1}.${field}`;
}

function namePattern(atoms: readonly Atom[], instances: Pattern['instances']): string {
  const crosses = atoms.map((atom) => (isSame(atom, instances) ? atom.same : atom.other));
  const sames = atoms.filter((atom) => isSame(atom, instances)).map(({ same }) => same);
  // With many fields of one concept the differences would drown what matters.
  if (atoms.length > 3) return sames.length > 0 ? sames.join(', ') : 'all different';
  return crosses.length > 0 ? crosses.join(', ') : 'any';
}

function pairsOf(length: number): [number, number][] {
  return Array.from({ length }, (_, i) =>
    Array.from({ length: length - i - 1 }, (_, k): [number, number] => [i, i + k + 1]),
  ).flat();
}

/** All ways to say which of `length` things are equal, as growing numbers: 0 0, 0 1. */
function partitions(length: number): number[][] {
  let all: number[][] = [[]];
  for (let i = 0; i < length; i++) {
    all = all.flatMap((part) => {
      const next = part.length === 0 ? 0 : Math.max(...part) + 1;
      return Array.from({ length: next + 1 }, (_, block) => [...part, block]);
    });
  }
  return all;
}
