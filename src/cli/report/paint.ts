import picocolors from 'picocolors';

/** Colours and weights for a terminal; without colours every one leaves its text as it is. */
export type Paint = ReturnType<typeof picocolors.createColors>;

export function makePaint(io: { readonly colors: boolean }): Paint {
  return picocolors.createColors(io.colors);
}
