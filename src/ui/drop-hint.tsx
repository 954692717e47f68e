import './drop-hint.css';

/** Over the whole page while files are held above it: what becomes of them when they are let go. */
export function DropHint({ children }: { readonly children: string }) {
  return (
    <p className="drop-hint" role="status">
      {children}
    </p>
  );
}
