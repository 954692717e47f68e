import { Braces, Copy, FileText } from 'lucide-react';
import type { ExportWay } from '../../panels/exchange/export-ways.tsx';
import type { PictureFormat, PictureTheme } from '../../ui/picture/make-picture.ts';
import { copyText } from '../copy-text.ts';
import { download } from '../download.ts';
import { nameOfExport } from '../name-file.ts';
import { listPictureWays } from './picture-ways.ts';
import { gatherShownMatrix, type MatrixDesk, type ShownMatrix } from './shown-matrix.ts';

/** The ways to take home the matrix. */
export function listMatrixWays(desk: MatrixDesk): readonly ExportWay[] {
  const save =
    (ending: string, type: string, write: (shown: ShownMatrix) => Promise<BlobPart>) => async () => {
      const shown = await gatherShownMatrix(desk);
      download(nameOfExport([shown.model.name, 'matrix'], ending), type, [await write(shown)]);
    };
  return [
    {
      label: 'Copy as Markdown',
      about: 'All pairs and strategies, and a case told with a Mermaid diagram',
      icon: Copy,
      done: 'The Markdown is on the clipboard.',
      run: async () =>
        copyText(await writeMarkdown(await gatherShownMatrix(desk)), 'save the Markdown file instead'),
    },
    {
      label: 'Markdown',
      about: 'The same as a file',
      icon: FileText,
      done: 'The Markdown file is saved.',
      run: save('md', 'text/markdown', writeMarkdown),
    },
    ...listPictureWays('The pairs under the chosen strategy, for slides and chats', save, drawPicture),
    {
      label: 'JSON',
      about: 'All pairs with their cases, as ambit matrix --json prints them',
      icon: Braces,
      done: 'The JSON file is saved.',
      run: save('json', 'application/json', writeCells),
    },
  ];
}

async function writeMarkdown({ model, cells, witness }: ShownMatrix): Promise<string> {
  const { writeMatrixMarkdown } = await import('../../interchange/markdown/write-matrix.ts');
  return writeMatrixMarkdown({ model: model.name, cells, witness });
}

async function drawPicture(
  { model, cells, strategy }: ShownMatrix,
  format: PictureFormat,
  look: PictureTheme,
): Promise<Blob> {
  const [{ drawMatrixPicture }, { makeFile, preparePen }] = await Promise.all([
    import('../../panels/exports/matrix-picture.ts'),
    import('../../ui/picture/make-picture.ts'),
  ]);
  const svg = drawMatrixPicture({ model: model.name, cells, strategy }, await preparePen(look));
  return makeFile(svg, format);
}

async function writeCells({ model, cells }: ShownMatrix): Promise<string> {
  const { matrixAsJson } = await import('../../interchange/json/matrix-as-json.ts');
  return `${JSON.stringify(matrixAsJson(model, cells))}\n`;
}
