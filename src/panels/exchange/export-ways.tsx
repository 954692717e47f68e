import './exchange.css';
import type { LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { Notice } from '../../ui/notice.tsx';
import { sayError } from '../../ui/say-error.ts';
import { ToggleGroup } from '../../ui/toggle-group.tsx';
import type { PictureTheme } from './exchange.ts';

/** A way to take something home. */
export interface ExportWay {
  readonly label: string;
  readonly about: string;
  readonly icon: LucideIcon;
  /** What is said when it is done. */
  readonly done: string;
  readonly run: (look: PictureTheme) => Promise<void>;
}

export interface ExportWaysProps {
  readonly ways: readonly ExportWay[];
  /** How the page looks now, and so the pictures at first. */
  readonly theme: PictureTheme;
}

/** Ways to take something home, how its pictures look, and what came of the last one. */
export function ExportWays({ ways, theme }: ExportWaysProps) {
  const [look, setLook] = useState<PictureTheme>(theme);
  const [said, setSaid] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const go = ({ run, done }: ExportWay) => {
    setFailure(null);
    setSaid('A moment…');
    run(look).then(
      () => setSaid(done),
      (error: unknown) => {
        setSaid('');
        setFailure(sayError(error));
      },
    );
  };
  return (
    <>
      <ul className="export-ways">
        {ways.map((way) => (
          <li key={way.label}>
            <button className="export-way" type="button" onClick={() => go(way)}>
              <way.icon size={18} aria-hidden="true" />
              <span className="export-label">{way.label}</span>
              <span className="export-about">{way.about}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="export-look">
        <span>Pictures are</span>
        <ToggleGroup
          label="Look of the pictures"
          value={look}
          options={[
            { value: 'light', label: 'Light' },
            { value: 'dark', label: 'Dark' },
          ]}
          onChoose={setLook}
        />
      </div>
      <p className="export-done" role="status">
        {said}
      </p>
      {failure !== null && <Notice kind="trouble">{failure}</Notice>}
    </>
  );
}
