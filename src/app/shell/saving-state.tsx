import { CircleAlert } from 'lucide-react';
import type { Saving } from '../../board/board.ts';
import { Tooltip } from '../../ui/tooltip.tsx';

const TIME = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** Whether the board is kept, and since when. */
export function SavingState({ saving }: { readonly saving: Saving }) {
  if (saving.kind === 'failed') {
    return (
      <p className="saving saving-failed" role="alert">
        <CircleAlert size={14} aria-hidden="true" /> Not saved
      </p>
    );
  }
  if (saving.kind === 'saving') return <p className="saving">Saving…</p>;
  return (
    <Tooltip text="Kept in this browser, on this computer">
      <p className="saving">Saved {TIME.format(saving.at)}</p>
    </Tooltip>
  );
}
