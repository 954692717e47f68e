import { useStore } from 'zustand';
import { parseKey } from '../../../board/element-key.ts';
import { KINDS } from '../../../board/kinds.ts';
import { Swatch } from '../../../ui/swatch.tsx';
import type { LookStep } from '../lesson.ts';
import { MainButton } from '../main-button.tsx';
import { Paragraphs, ProseText } from '../prose-text.tsx';
import { useLesson } from '../use-lesson.ts';

/** Something to look at on the board. */
export function LookBody({ step }: { readonly step: LookStep }) {
  const { goOn } = useLesson();
  return (
    <>
      <ul className="lesson-places" aria-label="Look at">
        {step.places.map((place) => (
          <PlaceItem key={place.key} place={place} />
        ))}
      </ul>
      <Paragraphs text={step.after} />
      <MainButton onClick={goOn}>Go on</MainButton>
    </>
  );
}

function PlaceItem({ place }: { readonly place: LookStep['places'][number] }) {
  const { desk } = useLesson().parts;
  const isSelected = useStore(desk, ({ selected }) => selected.at(-1) === place.key);
  const { kind, name } = parseKey(place.key) ?? { kind: 'note' as const, name: place.key };
  const { token, form, label } = KINDS[kind];
  const look = () => {
    desk.getState().select([place.key]);
    desk.getState().bring([place.key]);
  };
  return (
    <li>
      <button className="lesson-place" type="button" aria-pressed={isSelected} onClick={look}>
        <Swatch kind={kind} token={token} isNote={form === 'note'} />
        <span className="visually-hidden">{label} </span>
        <span>{name}</span>
      </button>
      <p>
        <ProseText>{place.says}</ProseText>
      </p>
    </li>
  );
}
