import { BOARD_SECTIONS } from '../../board/element-key.ts';
import { KIND_ORDER, KINDS } from '../../board/kinds.ts';
import { Section } from '../forms/controls/section.tsx';
import { TextField } from '../forms/controls/text-field.tsx';
import { ElementSwatch } from '../forms/element-swatch.tsx';
import { listNames, readText } from '../forms/read-json.ts';
import { useWrite } from '../forms/use-write.ts';
import { CloseButton } from './close-button.tsx';
import { DescriptionField } from './description-field.tsx';
import { ExampleList } from './examples/example-list.tsx';
import { BoardFindings } from './findings/board-findings.tsx';
import { listMissing } from './list-missing.ts';
import { useInspector } from './use-inspector.ts';

/** The board itself: what it is called, what is on it, and what is missing. */
export function BoardInspector() {
  const { document } = useInspector();
  const { read, write } = useWrite();
  const name = readText(read(['name'])) ?? '';
  const missing = listMissing(document);
  const counts = KIND_ORDER.map((kind) => ({
    kind,
    count: listNames(document, BOARD_SECTIONS[kind]).length,
  })).filter(({ count }) => count > 0);
  return (
    <>
      <header className="insp-head">
        <div className="insp-head-text insp-title-field">
          <p className="insp-eyebrow">Board</p>
          <h2 className="visually-hidden">{name}</h2>
          <TextField
            isBare
            label="Name of the board"
            value={name}
            onType={(text) => {
              if (text.trim() === '') return 'A board needs a name.';
              write('Name the board', ['name'], text);
              return null;
            }}
          />
        </div>
        <CloseButton />
      </header>
      <DescriptionField path={[]} of="the board" placeholder="Say what this model is about" />
      {missing.length > 0 && (
        <Section title="To run it, there is still to do">
          {missing.map((sentence) => (
            <p className="insp-story" key={sentence}>
              {sentence}
            </p>
          ))}
        </Section>
      )}
      {counts.length > 0 && (
        <Section title="On the board">
          <ul className="kind-counts">
            {counts.map(({ kind, count }) => (
              <li key={kind}>
                <ElementSwatch kind={kind} />
                <b>{count}</b>
                {(count === 1 ? KINDS[kind].label : KINDS[kind].plural).toLowerCase()}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {counts.length > 0 && <BoardFindings />}
      {counts.some(({ kind }) => kind === 'command') && <ExampleList />}
    </>
  );
}
