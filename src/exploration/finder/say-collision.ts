import { type Atom, isSame, listAtoms, type Pattern } from './patterns.ts';

/** One way to say when a pair collides: some atoms that have to be true or false. */
type Term = ReadonlyMap<Atom, boolean>;

/** In words, when a pair collides, "never", "always", or the fewest conditions that hold for just the colliding patterns, such as "same course or same student" (M4). */
export function sayCollision(
  patterns: readonly { readonly pattern: Pattern; readonly collides: boolean }[],
): string {
  const colliding = patterns.filter(({ collides }) => collides);
  if (colliding.length === 0) return 'never';
  if (colliding.length === patterns.length) return 'always';
  const atoms = listAtoms(patterns[0]?.pattern.groups ?? []);
  const terms = colliding.map(({ pattern }) => shorten(pattern, atoms, patterns));
  const order = (term: Term) => atoms.findIndex((atom) => term.has(atom));
  return dropImplied(
    unique(terms),
    colliding.map(({ pattern }) => pattern),
  )
    .sort((a, b) => order(a) - order(b))
    .map(sayTerm)
    .join(' or ');
}

/** The fewest atoms of a pattern that no pattern without a collision shares; first those that say "other" are given up. */
function shorten(
  pattern: Pattern,
  atoms: readonly Atom[],
  patterns: Parameters<typeof sayCollision>[0],
): Term {
  const term = new Map(atoms.map((atom) => [atom, isSame(atom, pattern.instances)]));
  const free = patterns.filter(({ collides }) => !collides);
  const order = [...atoms].sort((a, b) => Number(term.get(a)) - Number(term.get(b)));
  for (const atom of order) {
    const shorter = new Map([...term].filter(([other]) => other !== atom));
    if (!free.some((one) => holds(shorter, one.pattern))) term.delete(atom);
  }
  return term;
}

function holds(term: Term, { instances }: Pattern): boolean {
  return [...term].every(([atom, value]) => isSame(atom, instances) === value);
}

function unique(terms: readonly Term[]): Term[] {
  return [...new Map(terms.map((term) => [sayTerm(term), term])).values()];
}

/** Leaves out, the longest first, each term without which the others still say all there is. */
function dropImplied(terms: readonly Term[], patterns: readonly Pattern[]): Term[] {
  const longestFirst = [...terms].sort((a, b) => b.size - a.size);
  return longestFirst.reduce<Term[]>(
    (kept, term) => {
      const others = kept.filter((other) => other !== term);
      return patterns.every((pattern) => others.some((other) => holds(other, pattern))) ? others : kept;
    },
    [...terms],
  );
}

function sayTerm(term: Term): string {
  return [...term].map(([atom, value]) => (value ? atom.same : atom.other)).join(' and ');
}
