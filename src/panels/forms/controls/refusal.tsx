/** Why what was typed does not count, right below it. */
export function Refusal({ id, children }: { readonly id: string; readonly children: string | null }) {
  if (children === null) return null;
  return (
    <p className="form-refusal" id={id} role="alert">
      {children}
    </p>
  );
}
