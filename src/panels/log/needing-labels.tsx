import type { Needing } from './find-needing.ts';
import { sayNeeding } from './say-needing.ts';

/** The commands that need an event, as small labels; dashed where a new one like it could slip through. Of many the first ones stand here. */
export function NeedingLabels({ needing }: { readonly needing: readonly Needing[] }) {
  const needed = needing.filter(({ standing }) => standing !== 'extra');
  return (
    <span className="log-needing" title={needed.map(sayNeeding).join('\n')}>
      {needed.slice(0, 2).map(({ command, standing }) => (
        <span key={command} className={`log-needs log-needs-${standing}`}>
          {command}
        </span>
      ))}
      {needed.length > 1 && (
        <span className="log-needs-more log-needs-more-narrow">+{needed.length - 1}</span>
      )}
      {needed.length > 2 && <span className="log-needs-more log-needs-more-wide">+{needed.length - 2}</span>}
    </span>
  );
}
