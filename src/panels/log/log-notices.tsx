import { useSyncExternalStore } from 'react';
import type { BoardLog, ImportReport } from '../../lab/board-log.ts';
import type { LogStatus } from '../../lab/live-log.ts';
import { countOf } from '../../lib/format-number.ts';
import { Notice } from '../../ui/notice.tsx';
import type { Archive } from './use-archive.ts';

export interface LogNoticesProps {
  readonly log: BoardLog;
  readonly archive: Archive;
  /** How the log that is shown stands. */
  readonly status: LogStatus | null;
  /** Why the log can no longer be followed. */
  readonly failure: string | null;
}

/** What is wrong with the log, what was done with it, and how to take it back. */
export function LogNotices({ log, archive, status, failure }: LogNoticesProps) {
  const cleared = useSyncExternalStore(log.listen, log.cleared);
  const { state } = archive;
  return (
    <>
      {status?.durable === false && (
        <Notice kind="trouble">
          Nothing is saved: this browser keeps no stores here, so this log lives in this page only, until it
          is closed. Take it home as NDJSON before you go.
        </Notice>
      )}
      {status?.durable === true && status.trouble !== null && (
        <Notice kind="trouble">{status.trouble}</Notice>
      )}
      {failure !== null && <Notice kind="trouble">The log cannot be followed any more: {failure}</Notice>}
      {state?.kind === 'working' && (
        <p className="notice notice-plain log-working" role="status">
          {state.what}
        </p>
      )}
      {state?.kind === 'failed' && <Notice kind="trouble">{state.message}</Notice>}
      {cleared !== null && state?.kind !== 'report' && state?.kind !== 'working' && (
        <Notice kind="plain">
          {countOf(cleared, 'event was', 'events were')} cleared.{' '}
          <button className="link-button" type="button" onClick={archive.putBack}>
            Put {cleared === 1 ? 'it' : 'them'} back
          </button>
        </Notice>
      )}
      {state?.kind === 'put-back' && !state.isDone && (
        <Notice kind="trouble">
          Something was appended meanwhile, and stays: what was cleared can no longer be put back.
        </Notice>
      )}
      {state?.kind === 'report' && <ImportNotice file={state.file} report={state.report} archive={archive} />}
    </>
  );
}

interface ImportNoticeProps {
  readonly file: Blob;
  readonly report: ImportReport;
  readonly archive: Archive;
}

function ImportNotice({ file, report, archive }: ImportNoticeProps) {
  const dismiss = (
    <button className="link-button" type="button" onClick={archive.dismiss}>
      Close
    </button>
  );
  switch (report.kind) {
    case 'imported':
      return (
        <Notice kind="plain">
          {countOf(report.events, 'event was', 'events were')} imported. {dismiss}
        </Notice>
      );
    case 'not-empty':
      return (
        <Notice kind="plain">
          An archive goes into an empty log only, and here are events already.{' '}
          <button className="link-button" type="button" onClick={() => archive.clearAndImport(file)}>
            Clear the log and import
          </button>{' '}
          {dismiss}
        </Notice>
      );
    case 'bad-lines':
      return (
        <div className="notice notice-trouble log-bad-lines" role="alert">
          <span className="notice-mark" aria-hidden="true">
            !
          </span>
          <div>
            <p>Nothing was imported, because this is no archive of a log as Ambit writes it. {dismiss}</p>
            <ul>
              {report.lines.map(({ line, reason }) => (
                <li key={`${line} ${reason}`}>
                  Line {line}: {reason}
                </li>
              ))}
            </ul>
          </div>
        </div>
      );
  }
}
