import './exchange.css';
import { Check, Copy } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { JsonObject } from '../../lib/json.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { sayError } from '../../ui/say-error.ts';
import type { Exchange } from './exchange.ts';

/** Some programs cut what is longer. */
const LONG_LINK = 8000;
const ICON = { size: 14, 'aria-hidden': true } as const;

export interface ShareDialogProps {
  readonly document: JsonObject;
  readonly exchange: Exchange;
  /** What the lab shows, in words and as a link has it; null where it shows nothing in particular. */
  readonly shown: { readonly words: string; readonly view: string } | null;
  readonly onClose: () => void;
}

/** A link that holds the whole model, and leads to what is shown of it. */
export function ShareDialog({ document, exchange, shown, onClose }: ShareDialogProps) {
  const [link, setLink] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [withView, setWithView] = useState(true);
  const view = withView ? (shown?.view ?? '') : '';
  useEffect(() => {
    let isCurrent = true;
    exchange.makeLink(document, view).then(
      (made) => isCurrent && setLink(made),
      (error: unknown) => isCurrent && setFailure(sayError(error)),
    );
    return () => {
      isCurrent = false;
    };
  }, [document, exchange, view]);
  return (
    <Dialog title="Share" onClose={onClose}>
      <div className="share">
        {failure === null && link === null && <p className="muted">Making the link…</p>}
        {link !== null && <LinkField key={link} link={link} />}
        {failure !== null && <Notice kind="trouble">{failure}</Notice>}
        {shown !== null && (
          <label className="share-view">
            <input
              type="checkbox"
              checked={withView}
              onChange={(event) => setWithView(event.target.checked)}
            />
            Lead to {shown.words}
          </label>
        )}
        <p className="muted">
          Nothing is sent anywhere: the model is in the link itself. Whoever opens it gets a copy; later
          changes do not travel with it.
        </p>
      </div>
    </Dialog>
  );
}

function LinkField({ link }: { readonly link: string }) {
  const input = useRef<HTMLInputElement>(null);
  const [isCopied, setCopied] = useState(false);
  const copy = () => {
    input.current?.select();
    navigator.clipboard.writeText(link).then(
      () => setCopied(true),
      // Selected it is, so that Ctrl C does it.
      () => setCopied(false),
    );
  };
  return (
    <>
      <Field label={`Link to a copy of this board (${link.length.toLocaleString('en')} characters)`}>
        {(id) => (
          <div className="share-row">
            <input
              id={id}
              ref={input}
              className="share-link"
              readOnly
              value={link}
              onFocus={(event) => event.target.select()}
            />
            <button className="button button-main share-copy" type="button" onClick={copy}>
              {isCopied ? <Check {...ICON} /> : <Copy {...ICON} />}
              {isCopied ? 'Copied' : 'Copy'}
            </button>
          </div>
        )}
      </Field>
      <p className="visually-hidden" role="status">
        {isCopied ? 'The link is copied.' : ''}
      </p>
      {link.length > LONG_LINK && (
        <Notice kind="plain">Some chat programs cut long links; send the file instead (Export, JSON).</Notice>
      )}
    </>
  );
}
