import { BOARD_SECTIONS, type BoardKind, makeKey } from '../../../board/element-key.ts';
import type { GoTo } from '../../../lab/history/go-to.ts';
import { parsePointer } from '../../../model/pointer.ts';
import type { OpenBoard } from '../../open-board.ts';
import { focusExpression } from './focus-expression.ts';

/** Leads from what is seen in the log to where it comes from on the board. */
export function makeGoTo({ desk, lab }: OpenBoard): GoTo {
  return {
    event: (position) => lab.getState().seekEvent(position),
    place: (at) => {
      const [section = '', name] = parsePointer(at);
      const kind = Object.entries(BOARD_SECTIONS).find(([, one]) => one === section)?.[0];
      if (kind === undefined || name === undefined) return;
      if (lab.getState().size === 'full') lab.getState().resize('open');
      const { show, seek, toggleInspector } = desk.getState();
      show('board');
      seek(makeKey(kind as BoardKind, name));
      toggleInspector(true);
      focusExpression(at);
    },
    log: () => lab.getState().show('log'),
  };
}
