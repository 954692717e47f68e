import { Check, Link2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { listRaceNames } from '../../lab/view/find-race.ts';
import { viewOf } from '../../lab/view/lab-view.ts';
import { sayView, sayViewShortly } from '../../lab/view/say-view.ts';
import { writeView } from '../../lab/view/write-view.ts';
import type { JsonObject } from '../../lib/json.ts';
import { sayError } from '../../ui/say-error.ts';
import { Tooltip } from '../../ui/tooltip.tsx';
import { copyText } from '../copy-text.ts';
import { makeLink } from '../make-link.ts';
import type { OpenBoard } from '../open-board.ts';

const SAID_MS = 2000;
const ICON = { size: 16, 'aria-hidden': true } as const;

type Copying =
  | { readonly state: 'waiting' | 'copied' }
  | { readonly state: 'failed'; readonly message: string };

/** Copies a link that leads whoever gets it to what is shown here. */
export function CopyLink({ board, lab }: Pick<OpenBoard, 'board' | 'lab'>) {
  const shown = viewOf(useStore(lab), listRaceNames(board.state().document));
  const [copying, setCopying] = useState<Copying>({ state: 'waiting' });
  useEffect(() => {
    if (copying.state !== 'copied') return;
    const timer = setTimeout(() => setCopying({ state: 'waiting' }), SAID_MS);
    return () => clearTimeout(timer);
  }, [copying]);
  const copy = () =>
    copyLink(board.state().document, writeView(shown)).then(
      () => setCopying({ state: 'copied' }),
      (error: unknown) => setCopying({ state: 'failed', message: sayError(error) }),
    );
  const isCopied = copying.state === 'copied';
  const label = `Copy link to ${sayViewShortly(shown)}`;
  return (
    <>
      <Tooltip
        text={`Copy a link to ${sayView(shown)}`}
        more="The model is in the link itself: whoever opens it gets a copy."
      >
        <button className="text-button" type="button" aria-label={label} onClick={() => void copy()}>
          {isCopied ? <Check {...ICON} /> : <Link2 {...ICON} />}
          <span className="text-button-label">{isCopied ? 'Copied' : label}</span>
        </button>
      </Tooltip>
      <span className="visually-hidden" role="status">
        {isCopied ? 'The link is copied.' : ''}
      </span>
      {copying.state === 'failed' && (
        <span className="lab-trouble" role="alert">
          {copying.message}
        </span>
      )}
    </>
  );
}

async function copyLink(document: JsonObject, view: string): Promise<void> {
  await copyText(await makeLink(document, view), 'use Share instead');
}
