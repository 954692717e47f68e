import { useState, useSyncExternalStore } from 'react';
import { findBreaks } from '../../../interchange/asyncapi/find-breaks.ts';
import { writeAsyncApi } from '../../../interchange/asyncapi/write-asyncapi.ts';
import type { Json } from '../../../lib/json.ts';
import { listPublished } from '../../../model/list-published.ts';
import { PublishedPanel } from '../../../panels/history/published/published-panel.tsx';
import { download } from '../../download.ts';
import { keep, readKept } from '../../kept.ts';
import { nameFile } from '../../name-file.ts';
import type { OpenBoard } from '../../open-board.ts';
import { makeGoTo } from './go-to.ts';

/** What is published of the board, and whether it breaks what was exported last. */
export function PublishedView(open: OpenBoard) {
  const { board } = open;
  const { parsed, document } = useSyncExternalStore(board.listen, board.state);
  const [kept, setKept] = useState(() => readKept(`published.${board.id}`));
  const { model } = parsed;
  if (model === null) return <p className="empty">The document is no usable model: see the findings.</p>;
  const breaks = kept === null ? null : findBreaks(readJson(kept), writeAsyncApi(model));
  const save = () => {
    const text = `${JSON.stringify(writeAsyncApi(model), null, 2)}\n`;
    download(nameFile(document, 'asyncapi.json'), 'application/json', [text]);
    keep(`published.${board.id}`, text);
    setKept(text);
  };
  return (
    <PublishedPanel
      contexts={listPublished(model)}
      breaks={typeof breaks === 'string' ? null : breaks}
      onExport={save}
      goTo={makeGoTo(open)}
    />
  );
}

function readJson(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}
