/** Tags by their names, in a line. */
export function TagNames({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <span className="tag-names">
      {names.map((name) => (
        <span className="tag-name" key={name}>
          {name}
        </span>
      ))}
    </span>
  );
}
