import { didYouMean } from '../lib/did-you-mean.ts';

type Named = { readonly [name: string]: unknown };

/** Listing the names of a section again for each of its thousand wrong references takes a minute in a hostile model. */
const listed = new WeakMap<Named, readonly string[]>();

/** How a sentence about an unknown name ends: with the name that was probably meant, or with another remedy. */
export function suggestName(wrong: string, known: Named | undefined, otherwise: string): string {
  const meant = didYouMean(wrong, known ? listNames(known) : []);
  return meant === undefined ? otherwise : `did you mean "${meant}"?`;
}

function listNames(known: Named): readonly string[] {
  const names = listed.get(known) ?? Object.keys(known);
  listed.set(known, names);
  return names;
}
