const USUAL = 6.8;
const WIDTHS: readonly (readonly [letters: RegExp, width: number])[] = [
  [/[il.,:'|!]/g, 3.1],
  [/[jtfr ()]/g, 4.2],
  [/[mwMW]/g, 10.2],
  [/[A-LN-VX-Z]/g, 8.1],
];
const MARK = 11;

/** How wide a label on an arrow is, about: measuring each would take longer than drawing them. */
export function guessLabelWidth(label: string, marks: number): number {
  let width = label.length * USUAL + marks * MARK;
  for (const [letters, each] of WIDTHS) width += (label.match(letters)?.length ?? 0) * (each - USUAL);
  return Math.round(width);
}
