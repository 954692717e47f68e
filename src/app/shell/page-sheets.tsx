import { lazy, Suspense } from 'react';
import type { PaletteEntry } from '../../panels/palette/list-entries.ts';
import { addRecent } from '../../panels/palette/recent.ts';
import type { Services } from '../compose.ts';
import { keep, readKept } from '../kept.ts';
import type { OpenBoard } from '../open-board.ts';
import { findShownTheme } from '../theme.ts';
import type { PageSheet } from './page-actions.ts';

const loadPalette = () => import('../../panels/palette/palette.tsx');
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }));
const ShareView = lazy(async () => ({ default: (await import('../view/share-view.tsx')).ShareView }));
const ExportDialog = lazy(async () => ({
  default: (await import('../../panels/exchange/export-dialog.tsx')).ExportDialog,
}));
const LessonIndex = lazy(async () => ({
  default: (await import('../lesson/lesson-index.tsx')).LessonIndex,
}));
const Help = lazy(async () => ({ default: (await import('../../panels/help/help.tsx')).Help }));

export interface PageSheetsProps {
  readonly sheet: PageSheet;
  readonly open: OpenBoard;
  readonly services: Services;
  readonly onClose: () => void;
}

/** Fetches the palette before it is asked for: whoever opens it types on at once. */
export function preparePalette(): void {
  // Without a network it is fetched when it is asked for.
  loadPalette().catch(() => {});
}

/** What lies over the board while it is asked for; each is fetched when it is. */
export function PageSheets(props: PageSheetsProps) {
  return (
    <Suspense fallback={null}>
      <Sheet {...props} />
    </Suspense>
  );
}

function Sheet({ sheet, open, services, onClose }: PageSheetsProps) {
  const { board, desk, actions } = open;
  switch (sheet) {
    case 'palette':
    case 'find': {
      const recent = (readKept('recent') ?? '').split('\n');
      const choose = (entry: PaletteEntry) => {
        keep('recent', addRecent(recent, entry.id).join('\n'));
        onClose();
        // After the dialog has given the focus back, so that what the action opens keeps it.
        setTimeout(() => (entry.type === 'action' ? entry.action.run() : desk.getState().seek(entry.key)));
      };
      return (
        <Palette
          key={sheet}
          offers={sheet === 'find' ? 'elements' : 'everything'}
          document={board.state().document}
          actions={actions.list()}
          recent={recent}
          onChoose={choose}
          onClose={onClose}
        />
      );
    }
    case 'help':
      return <Help actions={actions.list()} lessons={<LessonIndex onChoose={onClose} />} onClose={onClose} />;
    case 'share':
      return <ShareView open={open} services={services} onClose={onClose} />;
    case 'export':
      return (
        <ExportDialog
          document={board.state().document}
          exchange={services.exchange}
          theme={findShownTheme()}
          onClose={onClose}
        />
      );
  }
}
