import { describe, expect, it, vi } from 'vitest';
import { type KeptLog, LogSource, type LogSourcePorts } from '../../../../src/lab/history/log-source.ts';
import type { PastLogs } from '../../../../src/lab/history/past-log.ts';
import { importLog, surveyLog } from '../../../helpers/read-log-file.ts';

const CSV = 'time,activity,order_id\n2020-01-01,placed,1\n2020-01-02,paid,1\n';
const named = (text: string, name = 'orders.csv') => Object.assign(new Blob([text]), { name });

function open(changes: Partial<LogSourcePorts> = {}) {
  const kept = new Map<string, { readonly log: KeptLog; readonly file: Blob }>();
  const logs = {
    open: async (file: Blob) => surveyLog(await file.text()),
    apply: async (_: string, file: Blob) => {
      const { events, ...rest } = importLog(await file.text());
      return { ...rest, events: events.length, from: 0, to: 0, types: [], actors: 0, concepts: [] };
    },
    forget: () => {},
  } as unknown as PastLogs;
  let last: string | null = null;
  let ids = 0;
  const ports: LogSourcePorts = {
    logs,
    shelf: {
      list: async () => [...kept.values()].map(({ log }) => log),
      readFile: async (id) => kept.get(id)?.file ?? null,
      keep: async (log, file) =>
        void kept.set(log.id, { log, file: file ?? kept.get(log.id)?.file ?? named('') }),
      remove: async (id) => void kept.delete(id),
    },
    readBoardLog: async () => null,
    headOfBoardLog: async () => 0,
    readLast: () => last,
    noteLast: (choice) => {
      last = choice;
    },
    makeId: () => `log${ids++}`,
    now: () => 0,
    sayError: (error) => (error instanceof Error ? error.message : String(error)),
    ...changes,
  };
  const source = new LogSource(ports);
  const reach = (kind: string) => vi.waitFor(() => expect(source.state().step.kind).toBe(kind));
  return { source, reach, ports, kept };
}

describe('the log that is looked back at', () => {
  it('is none while the board’s own is empty, and the board’s own once it is not', async () => {
    let text: string | null = null;
    const { source, reach } = open({
      readBoardLog: async () => (text === null ? null : named(text)),
      headOfBoardLog: async () => text?.length ?? 0,
    });
    await reach('empty');
    text = CSV;
    await source.lookAgain();
    await reach('ready');
    expect(source.state()).toMatchObject({ choice: 'board', step: { summary: { events: 2 } } });
  });

  it('is mapped, read, kept, and gone back to by another visit', async () => {
    const { source, reach, ports } = open();
    await reach('empty');
    source.chooseFile(named(CSV));
    await reach('mapping');
    source.accept();
    await reach('ready');
    expect(source.state().kept).toMatchObject([{ name: 'orders.csv', events: 2 }]);
    const later = new LogSource(ports);
    await vi.waitFor(() => expect(later.state()).toMatchObject({ choice: 'log0', step: { kind: 'ready' } }));
  });

  it('keeps the mapping a person made, and offers it again', async () => {
    const { source, reach } = open();
    await reach('empty');
    source.chooseFile(named(CSV));
    await reach('mapping');
    const { step } = source.state();
    if (step.kind !== 'mapping') throw new Error('Not at the mapping');
    source.map({ ...step.mapping, tags: [] });
    source.accept();
    await reach('ready');
    source.changeMapping();
    await reach('mapping');
    expect(source.state().step).toMatchObject({ mapping: { tags: [] } });
  });

  it('that is none is said to be none, with what is wrong', async () => {
    const { source, reach } = open();
    await reach('empty');
    source.chooseFile(named('Dear all'));
    await reach('failed');
    expect(source.state().step).toMatchObject({ survey: { problems: [{ code: 'unknown-format' }] } });
  });

  it('is shown though it cannot be kept, and that is said', async () => {
    const keep = () => Promise.reject(new Error('The disk is full'));
    const { source, reach } = open({
      shelf: { list: async () => [], readFile: async () => null, keep, remove: async () => {} },
    });
    await reach('empty');
    source.chooseFile(named(CSV));
    await reach('mapping');
    source.accept();
    await reach('ready');
    expect(source.state().trouble).toContain('The disk is full');
  });

  it('gives way to one that is dropped while it is read', async () => {
    const { source, reach } = open();
    source.chooseFile(named('Dear all', 'a.txt'));
    source.chooseFile(named(CSV, 'b.csv'));
    await reach('mapping');
    expect(source.state().step).toMatchObject({ name: 'b.csv' });
  });
});
