import { MOST_SCREEN_FIELDS } from '../../board/event-model/note-size.ts';
import type { Fields } from '../../model/schema.ts';

/** What is typed in on a screen, as the empty boxes of a form. */
export function ScreenFields({ fields }: { readonly fields: Fields | undefined }) {
  const names = Object.keys(fields ?? {});
  if (names.length === 0) return null;
  const rest = names.length - MOST_SCREEN_FIELDS;
  return (
    <ul className="em-fields" aria-label="Typed in">
      {names.slice(0, MOST_SCREEN_FIELDS).map((name) => (
        <li key={name} title={name}>
          {name}
        </li>
      ))}
      {rest > 0 && <li className="em-fields-rest">and {rest} more</li>}
    </ul>
  );
}
