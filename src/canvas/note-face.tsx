import './note-face.css';
import { Fragment, memo, type ReactNode } from 'react';
import type { BoardKind } from '../board/element-key.ts';
import { KINDS } from '../board/kinds.ts';
import type { Severity } from '../model/diagnostic.ts';
import { KindIcon } from '../ui/kind-icon.tsx';
import { TagLabel } from '../ui/tag-label.tsx';
import type { TagMark } from '../ui/tag-mark.ts';
import { guessLabelWidth } from './arrows/label-width.ts';
import { breakName } from './break-name.ts';

export interface FaceTag {
  readonly name: string;
  readonly mark: TagMark;
}

/** How many findings there are about a note, and how bad the worst is. */
export interface FaceMark {
  readonly count: number;
  readonly worst: Severity;
  readonly text: string;
}

export interface NoteFaceProps {
  readonly kind: BoardKind;
  readonly name: string;
  /** A sentence below the name. */
  readonly text?: string;
  /** A rule, in the voice of the model. */
  readonly foot?: string;
  readonly tags?: readonly FaceTag[];
  readonly mark?: FaceMark;
  readonly isDimmed?: boolean;
  /** Stands where the name does while it is typed. */
  readonly children?: ReactNode;
}

/** The room for text on a note, and how much wider than labels names are written. */
const TEXT_WIDTH = 136;
const SCALES = { usual: 1.34, long: 1.09, longer: 0.94 } as const;

/** What a note looks like, wherever it hangs; it fills the place it is given. */
export const NoteFace = memo(function NoteFace(props: NoteFaceProps) {
  const { kind, name, text, foot, tags, mark, isDimmed = false, children } = props;
  const { label, token } = KINDS[kind];
  const size = sizeName(name);
  const hasTags = tags !== undefined && tags.length > 0;
  return (
    <div
      className={`note-face note-face-${token}${isDimmed ? ' note-face-dimmed' : ''}`}
      data-size={size}
      data-lines={countLines(name, size)}
    >
      <div className="note-face-kind">
        <KindIcon kind={kind} size={12} />
        <span>{label}</span>
        {mark !== undefined && <Findings {...mark} />}
      </div>
      {children ?? (
        <div className="note-face-name">
          <BrokenName name={name} />
        </div>
      )}
      {text !== undefined && <p className="note-face-text">{text}</p>}
      {foot !== undefined && (
        <code className={`note-face-foot${foot.length > 18 ? ' note-face-cut' : ''}`}>{foot}</code>
      )}
      {hasTags && (
        <div className={`note-face-tags${tags.length > 1 ? ' note-face-cut' : ''}`}>
          {tags.map((tag) => (
            <TagLabel key={tag.name} name={tag.name} mark={tag.mark} />
          ))}
        </div>
      )}
    </div>
  );
});

/** A name that may be broken between its words. */
export function BrokenName({ name }: { readonly name: string }) {
  const words = breakName(name);
  return words.map((word, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the same word can stand twice, and nothing is kept in it.
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {word}
    </Fragment>
  ));
}

function Findings({ count, worst, text }: FaceMark) {
  return (
    <span className={`note-face-mark note-face-mark-${worst}`} role="img" aria-label={text} title={text}>
      {count > 9 ? '9+' : count}
    </span>
  );
}

/** How many lines a name takes, about: what is left is for the sentence below. */
function countLines(name: string, size: 'usual' | 'long' | 'longer'): number {
  const room = TEXT_WIDTH / SCALES[size];
  let lines = 1;
  let used = 0;
  for (const word of name.split(/(?<= )/).flatMap(breakName)) {
    const width = guessLabelWidth(word, 0);
    if (used > 0 && used + width > room) {
      lines++;
      used = 0;
    }
    used += width;
  }
  return Math.min(lines, 4);
}

/** Long names are written smaller, so that they stay on the note. */
function sizeName(name: string): 'usual' | 'long' | 'longer' {
  if (name.length > 64) return 'longer';
  return name.length > 32 || breakName(name).some((word) => word.length > 16) ? 'long' : 'usual';
}
