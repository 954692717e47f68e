import { Check } from 'lucide-react';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { pointer } from '../../model/pointer.ts';
import { TextField } from '../forms/controls/text-field.tsx';
import { FindingsList } from '../forms/findings/findings-list.tsx';
import { readText } from '../forms/read-json.ts';
import { useWrite } from '../forms/use-write.ts';

export interface RaceHeadProps {
  readonly at: number;
  readonly findings: readonly Diagnostic[];
  readonly onClose: () => void;
}

/** What the race is called and what it is about, and what is wrong with it as a whole. */
export function RaceHead({ at, findings, onClose }: RaceHeadProps) {
  const { read, write } = useWrite();
  const path = ['races', at];
  // What is within a part is said there.
  const own = findings.filter(
    (finding) =>
      !['given', 'commands', 'now', 'attempts'].some((part) => finding.at.startsWith(pointer(...path, part))),
  );
  return (
    <header className="race-editor-head">
      <div className="race-editor-name">
        <TextField
          isBare
          label="Name of the race"
          placeholder="What it is about"
          value={readText(read([...path, 'name'])) ?? ''}
          onType={(text) => {
            if (text.trim() === '') return 'A race needs a name.';
            write('Name a race', [...path, 'name'], text);
            return null;
          }}
        />
        <button type="button" className="button" onClick={onClose}>
          <Check size={14} strokeWidth={2} aria-hidden="true" /> Done
        </button>
      </div>
      <div className="race-editor-about">
        <TextField
          isBare
          isLong
          label="Description of the race"
          placeholder="Say what happens, and why it matters"
          value={readText(read([...path, 'description'])) ?? ''}
          onType={(text) => {
            write('Describe a race', [...path, 'description'], text === '' ? undefined : text);
            return null;
          }}
        />
      </div>
      {own.length > 0 && <FindingsList findings={own} />}
    </header>
  );
}
