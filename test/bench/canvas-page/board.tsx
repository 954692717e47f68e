import '../../../src/ui/tokens.css';
import '../../../src/ui/base.css';
import '../../../src/ui/controls.css';
import { Tooltip } from 'radix-ui';
import { createRoot } from 'react-dom/client';
import { createDesk } from '../../../src/board/desk.ts';
import { createMemoryBoard } from '../../../src/board/sync/memory-board.ts';
import { BoardCanvas } from '../../../src/canvas/board-canvas.tsx';
import { createActionRegistry } from '../../../src/ui/actions.ts';
import { makeBoard } from './make-board.ts';
import { startProbe, wantedNotes } from './probe.ts';

const document_ = makeBoard(wantedNotes());
const place = document.getElementById('app');
if (place === null) throw new Error('The page has no place for the board');
startProbe();
createRoot(place).render(
  <Tooltip.Provider>
    <BoardCanvas
      board={createMemoryBoard(document_)}
      desk={createDesk()}
      analysis={{ state: () => null, listen: () => () => {} }}
      actions={createActionRegistry()}
      layout={{ layOutTimeline: async () => new Map() }}
    />
  </Tooltip.Provider>,
);
