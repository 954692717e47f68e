import './exchange.css';
import { Braces, Copy, FileText, Image, type LucideIcon, Shapes } from 'lucide-react';
import { useState } from 'react';
import type { JsonObject } from '../../lib/json.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { sayError } from '../../ui/say-error.ts';
import { ToggleGroup } from '../../ui/toggle-group.tsx';
import type { Exchange, PictureTheme } from './exchange.ts';

export interface ExportDialogProps {
  readonly document: JsonObject;
  readonly exchange: Exchange;
  /** How the page looks now, and so the pictures at first. */
  readonly theme: PictureTheme;
  readonly onClose: () => void;
}

interface Way {
  readonly label: string;
  readonly about: string;
  readonly icon: LucideIcon;
  readonly done: string;
  readonly run: () => Promise<void>;
}

/** The ways to take a board home. */
export function ExportDialog({ document, exchange, theme, onClose }: ExportDialogProps) {
  const [look, setLook] = useState<PictureTheme>(theme);
  const [done, setDone] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const ways: readonly Way[] = [
    {
      label: 'JSON',
      about: 'The whole model, for programs and for opening it again',
      icon: Braces,
      done: 'The JSON file is saved.',
      run: () => exchange.save(document, 'json'),
    },
    {
      label: 'Markdown',
      about: 'A description for people, with a diagram',
      icon: FileText,
      done: 'The Markdown file is saved.',
      run: () => exchange.save(document, 'markdown'),
    },
    {
      label: 'Copy as Markdown',
      about: 'The same, on the clipboard',
      icon: Copy,
      done: 'The Markdown is on the clipboard.',
      run: () => exchange.copyMarkdown(document),
    },
    {
      label: 'PNG',
      about: 'A picture for slides and chats',
      icon: Image,
      done: 'The PNG picture is saved.',
      run: () => exchange.savePicture(document, 'png', look),
    },
    {
      label: 'SVG',
      about: 'A picture that is sharp at any size, and opens here again',
      icon: Shapes,
      done: 'The SVG picture is saved.',
      run: () => exchange.savePicture(document, 'svg', look),
    },
  ];
  const go = ({ run, done: said }: Way) => {
    setFailure(null);
    setDone(null);
    run().then(
      () => setDone(said),
      (error: unknown) => setFailure(sayError(error)),
    );
  };
  return (
    <Dialog title="Export" onClose={onClose}>
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
        {done}
      </p>
      {failure !== null && <Notice kind="trouble">{failure}</Notice>}
    </Dialog>
  );
}
