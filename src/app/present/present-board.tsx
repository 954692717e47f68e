import { useStore } from 'zustand';
import { makeKey, parseKey } from '../../board/element-key.ts';
import { STRATEGY_IDS } from '../../strategies/program.ts';
import { STRATEGIES } from '../../strategies/registry.ts';
import type { OpenBoard } from '../open-board.ts';
import { type Order, turn } from './read-order.ts';
import { useOrders } from './use-orders.ts';

/** The board for a room: command by command with its boundary, or slice by slice. */
export function PresentBoard({ open }: { readonly open: OpenBoard }) {
  const { desk, lab } = open;
  const view = useStore(desk, (held) => held.view);
  const strategy = useStore(lab, (held) => held.strategy);
  useOrders((order) => {
    if (order === 'next-strategy' || order === 'last-strategy') {
      const next = turn(STRATEGY_IDS, strategy, order === 'next-strategy' ? 1 : -1);
      if (next !== undefined) lab.getState().choose(next);
    } else if (view === 'board') walkCommands(order, open);
    else walkSlices(order, open);
  });
  const name = open.board.state().parsed.model?.name ?? 'Board';
  return (
    <>
      <h1 className="visually-hidden">{name}</h1>
      {view === 'board' && <p className="present-board-strategy">{STRATEGIES[strategy].name}</p>}
    </>
  );
}

/** In the order of the document; before the first one stands the whole board. */
function walkCommands(order: Order, { board, desk }: OpenBoard): void {
  const { model } = board.state().parsed;
  const commands = Object.keys(model?.commands ?? {});
  const key = desk.getState().selected.at(-1);
  const selected = key === undefined ? undefined : parseKey(key);
  const now = selected?.kind === 'command' ? selected.name : null;
  const walk: readonly (string | null)[] = [null, ...commands];
  const ends: { readonly [O in Order]?: string | null | undefined } = {
    next: turn(walk, now, 1),
    back: turn(walk, now, -1),
    first: null,
    last: walk.at(-1),
  };
  const wanted = ends[order];
  if (wanted !== undefined) desk.getState().select(wanted === null ? [] : [makeKey('command', wanted)]);
}

function walkSlices(order: Order, { board, desk }: OpenBoard): void {
  const { walkAt, walkTo } = desk.getState();
  const last = (board.state().parsed.model?.slices?.length ?? 0) - 1;
  if (last < 0) return;
  const steps: { readonly [O in Order]?: number } = {
    next: walkAt === null ? 0 : Math.min(last, walkAt + 1),
    back: Math.max(0, (walkAt ?? 0) - 1),
    first: 0,
    last,
  };
  const wanted = steps[order];
  if (wanted !== undefined) walkTo(wanted);
}
