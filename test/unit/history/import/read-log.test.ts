import { describe, expect, it } from 'vitest';
import { LOG_WRITERS, sampleEvents } from '../../../helpers/log-files.ts';
import { importLog, surveyLog } from '../../../helpers/read-log-file.ts';

const EVENTS = sampleEvents(8);

describe('reading a log', () => {
  it.each(Object.entries(LOG_WRITERS))('%s gives types, times, people and tags as they were', (_, write) => {
    const { events, badRows, problems } = importLog(write(EVENTS));
    expect([badRows, problems]).toEqual([[], []]);
    expect(events.map(({ type, time }) => [type, time])).toEqual(
      EVENTS.map(({ type, time }) => [type, Date.parse(time)]),
    );
    expect(events.map(({ actor }) => actor)).toEqual(EVENTS.map(({ who }) => who));
    expect(events.map(({ tags }) => tags.map((tag) => tag.slice(tag.indexOf(':') + 1))[0])).toEqual(
      EVENTS.map(({ issue }) => issue),
    );
  });

  it('proposes the person of an OCEL log as the actor, and its other objects as tags by short names', () => {
    const { proposal } = surveyLog(LOG_WRITERS['OCEL 1.0']?.(sampleEvents(20)) ?? '');
    expect(proposal?.mapping).toMatchObject({
      actor: ['objects', 'org:resource'],
      tags: [
        { concept: 'case', fields: [['objects', 'case:concept:name']] },
        { concept: 'repo', fields: [['objects', 'case:repo']] },
      ],
    });
    expect(proposal?.reasons.find(({ concept }) => concept === 'repo')?.reason).toContain('a hub');
  });

  it('takes from an archive of Ambit’s own the events with their tags, and says when its end is missing', () => {
    const lines = [
      { format: 'ambit-events', version: 1, store: 's' },
      {
        event: {
          position: 1,
          id: 'a',
          type: 'Opened',
          data: { n: 1 },
          tags: ['course:c1', 'course:c2'],
          time: '2020-01-01T00:00:00Z',
          actor: 'ann',
        },
      },
      { end: { events: 1, retaggings: 0 } },
    ].map((line) => JSON.stringify(line));
    const whole = importLog(lines.join('\n'));
    expect(whole).toMatchObject({ format: 'ambit', problems: [], badRows: [] });
    expect(whole.events).toMatchObject([
      { id: 'a', actor: 'ann', data: { n: 1 }, tags: ['course:c1', 'course:c2'] },
    ]);
    expect(importLog(lines.slice(0, 2).join('\n')).problems).toMatchObject([{ code: 'cut-off' }]);
  });

  it('makes of GitHub’s events types with their action, and issues known by repository and number', () => {
    const row = (id: string, action: string, kind: string) =>
      JSON.stringify({
        id,
        type: 'IssuesEvent',
        created_at: '2020-01-01T00:00:00Z',
        actor: { login: 'ann' },
        repo: { name: 'a/b' },
        payload: { action, [kind]: { number: 7 } },
      });
    const text = [row('1', 'opened', 'issue'), row('2', 'closed', 'pull_request')].join('\n');
    expect(importLog(text).events).toMatchObject([
      { type: 'IssuesEvent opened', actor: 'ann', tags: ['repo:a/b', 'issue:a/b#7'] },
      { type: 'IssuesEvent closed', tags: ['repo:a/b', 'issue:a/b#7'] },
    ]);
  });

  it('keeps events of the same time in the order of the log', () => {
    const rows = ['b', 'a', 'c'].map((type) => `2020-01-01,${type}`);
    expect(importLog(`time,type\n${rows.join('\n')}`).events.map(({ type }) => type)).toEqual([
      'b',
      'a',
      'c',
    ]);
  });
});

describe('bad rows', () => {
  it('are counted by reason, with row, line, and how they begin', () => {
    const text =
      'time,type,note\n2020-01-01,a,"x\ny"\nnever,a,\n2020-01-02,,\n2020-01-03,a\n2020-01-04,a,ok\n2020-01-05,a,ok\n';
    const { events, badRows } = importLog(text);
    expect(events).toHaveLength(3);
    expect(
      badRows.map(({ reason, count, samples }) => [reason, count, samples[0]?.row, samples[0]?.line]),
    ).toEqual(
      expect.arrayContaining([
        ['cells', 1, 4, 6],
        ['no-time', 1, 2, 4],
        ['no-type', 1, 3, 5],
      ]),
    );
  });

  it('do not keep the rows around them from being read', () => {
    const row = (id: number) => `{"id":"${id}","time":"2020-01-01","type":"a"}`;
    const { events, badRows } = importLog(
      [...Array.from({ length: 60 }, (_, at) => row(at)), '{oops', '7', row(1), row(60)].join('\n'),
    );
    expect(events.map(({ id }) => id).slice(58)).toEqual(['58', '59', '60']);
    expect(badRows.map(({ reason }) => reason).sort()).toEqual(['not-object', 'repeated-id', 'unreadable']);
  });
});

describe('a file that is no log', () => {
  const deep = (count: number) => '['.repeat(count) + ']'.repeat(count);
  it.each([
    ['is empty', '', 'empty', 'The file is empty'],
    ['is blank', ' \n ', 'empty', 'The file is empty'],
    ['is prose', 'Dear all', 'unknown-format', 'This is no log'],
    ['is a web page', '<html><body>404</body></html>', 'unknown-format', 'it has no <log>'],
    ['is OCEL as XML', '<?xml version="1.0"?><log><objects></objects></log>', 'unknown-format', 'JSON'],
    ['is a program', '\u007fELF\u0000\u0001', 'unknown-format', 'This is no log'],
    ['is a ZIP archive', 'PK\u0003\u0004', 'packed', 'unpack it'],
    ['has a header alone', 'time,type\n', 'no-events', 'no events'],
    ['is an empty array', '[]', 'no-events', 'no events'],
    ['is OCEL without events', '{"ocel:events": {}, "ocel:objects": {}}', 'no-events', 'no events'],
    ['nests without end', `[{"a": ${deep(100_000)}}]`, 'too-deep', 'brackets'],
    ['is cut off in its first event', '{"ocel:events": {"1": {"ocel:act', 'cut-off', 'ends in the middle'],
    ['is broken behind it', '[{"a": 1} oops', 'broken', 'a comma'],
    ['is XML that is not well-formed', '<log><event></log>', 'broken', 'not well-formed'],
    ['has an entity bomb', '<!DOCTYPE a [<!ENTITY b "c">]><log>&b;</log>', 'broken', 'not well-formed'],
    ['has a quote that is never closed', 'time,type\n2020-01-01,"a\n', 'cut-off', 'never closed'],
  ])('%s', (_, text, code, words) => {
    const { problems } = surveyLog(text);
    expect(problems.map((problem) => problem.code)).toContain(code);
    expect(problems.map(({ message }) => message).join(' ')).toContain(words);
  });

  it('names the line at which it goes wrong', () => {
    expect(surveyLog('[\n{"a": 1},\n{"a": 2}\n{"a": 3}]').problems).toMatchObject([{ line: 4 }]);
    expect(surveyLog('<log>\n<event>\n</trace>\n</log>').problems).toMatchObject([{ line: 3 }]);
  });

  it('says which characters are lost where it is not in the encoding it seems to be', () => {
    const bytes = Uint8Array.from('time,type\n2020-01-01,caf\u00e9\n', (char) => char.charCodeAt(0));
    const { problems, rows } = surveyLog(bytes);
    expect(rows).toBe(1);
    expect(problems).toMatchObject([{ code: 'encoding', severity: 'warning', line: 2 }]);
  });

  it('lets no key of a row reach a prototype', () => {
    const row = '{"time":"2020-01-01","type":"a","__proto__":{"polluted":true},"constructor":1}';
    const { events } = importLog(`${row}\n`);
    expect(events).toHaveLength(1);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});
