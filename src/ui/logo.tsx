/** The mark: a boundary around one point, half of it drawn. */
export function Logo({ size = 24 }: { readonly size?: number }) {
  return (
    <svg className="logo" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <g fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round">
        <path d="M9.2 3.4A9 9 0 1 0 20.6 14.8" />
        <path d="M13.6 3.15a9 9 0 0 1 7.3 7.3" strokeDasharray="0.1 4.6" />
      </g>
      <circle cx="12" cy="12" r="3" fill="currentColor" />
    </svg>
  );
}
