import { Braces, Copy, FileText, Image, Shapes } from 'lucide-react';
import { useMemo } from 'react';
import type { JsonObject } from '../../lib/json.ts';
import { Dialog } from '../../ui/dialog.tsx';
import type { Exchange, PictureTheme } from './exchange.ts';
import { type ExportWay, ExportWays } from './export-ways.tsx';

export interface ExportDialogProps {
  readonly document: JsonObject;
  readonly exchange: Exchange;
  /** How the page looks now, and so the pictures at first. */
  readonly theme: PictureTheme;
  readonly onClose: () => void;
}

/** The ways to take a board home. */
export function ExportDialog({ document, exchange, theme, onClose }: ExportDialogProps) {
  const ways = useMemo(() => listWays(document, exchange), [document, exchange]);
  return (
    <Dialog title="Export" onClose={onClose}>
      <ExportWays ways={ways} theme={theme} />
    </Dialog>
  );
}

function listWays(document: JsonObject, exchange: Exchange): readonly ExportWay[] {
  return [
    {
      label: 'JSON',
      about: 'The whole model with its examples and races, for programs and for opening it again',
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
      run: (look) => exchange.savePicture(document, 'png', look),
    },
    {
      label: 'SVG',
      about: 'A picture that is sharp at any size, and opens here again',
      icon: Shapes,
      done: 'The SVG picture is saved.',
      run: (look) => exchange.savePicture(document, 'svg', look),
    },
  ];
}
