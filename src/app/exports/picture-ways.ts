import { Image, Shapes } from 'lucide-react';
import type { ExportWay } from '../../panels/exchange/export-ways.tsx';
import type { PictureFormat, PictureTheme } from '../../ui/picture/make-picture.ts';

const TYPES: Readonly<Record<PictureFormat, string>> = { png: 'image/png', svg: 'image/svg+xml' };

/** The ways to take something home as a picture; `save` writes a file of a type and an ending. */
export function listPictureWays<T>(
  about: string,
  save: (ending: string, type: string, write: (shown: T) => Promise<BlobPart>) => () => Promise<void>,
  draw: (shown: T, format: PictureFormat, look: PictureTheme) => Promise<Blob>,
): readonly ExportWay[] {
  const saveAs = (format: PictureFormat) => (look: PictureTheme) =>
    save(format, TYPES[format], (shown) => draw(shown, format, look))();
  return [
    { label: 'PNG', about, icon: Image, done: 'The PNG picture is saved.', run: saveAs('png') },
    {
      label: 'SVG',
      about: 'The same, sharp at any size',
      icon: Shapes,
      done: 'The SVG picture is saved.',
      run: saveAs('svg'),
    },
  ];
}
