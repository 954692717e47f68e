import { RunOnStore } from '../../panels/live/run-on-store.tsx';
import type { OpenBoard } from '../open-board.ts';
import { openLiveLab } from './live-lab.ts';

/** The race that is told, run for real from where it is told. */
export function RealStore(open: OpenBoard) {
  return <RunOnStore parts={open} runs={openLiveLab(open).runs} />;
}
