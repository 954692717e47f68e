import { Popover } from '../../ui/popover.tsx';
import { GLOSSARY } from './glossary.ts';
import type { Prose } from './lesson.ts';
import { type ProsePart, readProse } from './prose.ts';

/** Prose as it is read: weight, the model's voice, and words that can be explained. */
export function ProseText({ children }: { readonly children: Prose }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never change places
  return readProse(children).map((part, index) => <Part key={index} {...part} />);
}

function Part({ voice, text }: ProsePart) {
  switch (voice) {
    case 'plain':
      return text;
    case 'weighty':
      return <em>{text}</em>;
    case 'model':
      return <code>{text}</code>;
    case 'term':
      return <Term word={text} />;
  }
}

function Term({ word }: { readonly word: string }) {
  const meaning = GLOSSARY[word];
  if (meaning === undefined) return word;
  return (
    <Popover
      label={`What “${word}” means`}
      trigger={
        <button className="lesson-term" type="button" title={meaning}>
          {word}
        </button>
      }
    >
      <p className="lesson-meaning">
        <b>{word}</b> {meaning}
      </p>
    </Popover>
  );
}

/** Paragraphs of a lesson. */
export function Paragraphs({ text }: { readonly text: readonly Prose[] }) {
  return text.map((prose) => (
    <p key={prose} className="lesson-tell">
      <ProseText>{prose}</ProseText>
    </p>
  ));
}
