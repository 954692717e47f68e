/** Nothing to be said, and why. */
export function None({ why }: { readonly why: string }) {
  return (
    <span className="result-none" title={why}>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">{why}</span>
    </span>
  );
}
