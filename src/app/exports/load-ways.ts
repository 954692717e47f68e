import { Braces, Sheet } from 'lucide-react';
import type { LabDeskStore } from '../../lab/lab-desk.ts';
import type { ShownLoad } from '../../lab/load/shown-load.ts';
import type { ExportWay } from '../../panels/exchange/export-ways.tsx';
import type { PictureFormat, PictureTheme } from '../../ui/picture/make-picture.ts';
import { download } from '../download.ts';
import { nameOfExport } from '../name-file.ts';
import { listPictureWays } from './picture-ways.ts';
import type { MatrixDesk } from './shown-matrix.ts';

type LoadDesk = Pick<MatrixDesk, 'board'> & { readonly lab: LabDeskStore };

/** The ways to take home what was simulated. */
export function listLoadWays({ board, lab }: LoadDesk): readonly ExportWay[] {
  const find = (): ShownLoad => {
    const shown = lab.getState().shownLoad;
    if (shown === null) throw new Error('Nothing was simulated yet: wait for the first picture.');
    return shown;
  };
  const name = () => board.state().parsed.model?.name ?? 'model';
  const save = (ending: string, type: string, write: (shown: ShownLoad) => Promise<BlobPart>) => async () =>
    download(nameOfExport([name(), 'load'], ending), type, [await write(find())]);
  const draw = async (shown: ShownLoad, format: PictureFormat, look: PictureTheme) => {
    const [{ drawLoadPicture }, { makeFile }] = await Promise.all([
      import('../../panels/exports/load-picture.tsx'),
      import('../../ui/picture/make-picture.ts'),
    ]);
    const { strategy, beside } = lab.getState();
    return makeFile(await drawLoadPicture({ model: name(), shown, strategy, beside }, look), format);
  };
  return [
    ...listPictureWays('The sentence and the pictures, for slides and chats', save, draw),
    {
      label: 'CSV',
      about: 'All numbers, a row for each value and strategy',
      icon: Sheet,
      done: 'The CSV file is saved.',
      run: save('csv', 'text/csv', async ({ result }) => {
        const { loadAsCsv } = await import('../../lab/load/load-as-csv.ts');
        return loadAsCsv(result);
      }),
    },
    {
      label: 'JSON',
      about: 'All of it, as ambit load --sweep --json prints it',
      icon: Braces,
      done: 'The JSON file is saved.',
      run: save(
        'json',
        'application/json',
        async ({ result }) => `${JSON.stringify({ model: name(), ...result })}\n`,
      ),
    },
  ];
}
