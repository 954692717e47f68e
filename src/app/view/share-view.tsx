import { listRaceNames } from '../../lab/view/find-race.ts';
import { viewOf } from '../../lab/view/lab-view.ts';
import { sayView } from '../../lab/view/say-view.ts';
import { writeView } from '../../lab/view/write-view.ts';
import { ShareDialog } from '../../panels/exchange/share-dialog.tsx';
import type { Services } from '../compose.ts';
import type { OpenBoard } from '../open-board.ts';

export interface ShareViewProps {
  readonly open: OpenBoard;
  readonly services: Services;
  readonly onClose: () => void;
}

/** A link to the board, and to what its lab shows. */
export function ShareView({ open: { board, lab }, services, onClose }: ShareViewProps) {
  const { document } = board.state();
  const view = viewOf(lab.getState(), listRaceNames(document));
  const written = writeView(view);
  return (
    <ShareDialog
      document={document}
      exchange={services.exchange}
      shown={written === '' ? null : { words: sayView(view), view: written }}
      onClose={onClose}
    />
  );
}
