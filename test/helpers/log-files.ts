/** An event to be written down in any format of logs. */
export interface SampleEvent {
  readonly type: string;
  /** RFC 3339. */
  readonly time: string;
  readonly who: string;
  readonly issue: string;
}

/** Events as GitHub's issues have them: people who open, comment and close issues of one repository. */
export function sampleEvents(count: number): readonly SampleEvent[] {
  const types = ['created', 'commented', 'commented', 'closed'];
  return Array.from({ length: count }, (_, at) => ({
    type: types[at % 4] ?? '',
    time: new Date(Date.UTC(2020, 0, 1) + at * 61_000).toISOString(),
    who: `person${at % 7}`,
    issue: `issue ${Math.floor(at / 4)}`,
  }));
}

const REPO = 'acme/anvils';
const attribute = (kind: string, key: string, value: string) => `<${kind} key="${key}" value="${value}"/>`;

/** The same events in every format. */
export const LOG_WRITERS: Readonly<Record<string, (events: readonly SampleEvent[]) => string>> = {
  'OCEL 1.0': (events) =>
    JSON.stringify(
      {
        'ocel:global-log': { 'ocel:version': '1.0', 'ocel:object-types': ['case:concept:name'] },
        'ocel:events': Object.fromEntries(
          events.map(({ type, time, who, issue }, at) => [
            `e${at}`,
            {
              'ocel:activity': type,
              'ocel:timestamp': time,
              'ocel:vmap': { weight: at },
              'ocel:omap': [issue, who, REPO],
            },
          ]),
        ),
        'ocel:objects': Object.fromEntries([
          ...events.flatMap(({ who, issue }) => [
            [who, { 'ocel:type': 'org:resource', 'ocel:ovmap': {} }],
            [issue, { 'ocel:type': 'case:concept:name', 'ocel:ovmap': {} }],
          ]),
          [REPO, { 'ocel:type': 'case:repo', 'ocel:ovmap': {} }],
        ]),
      },
      null,
      2,
    ),
  'OCEL 2.0': (events) =>
    JSON.stringify({
      objectTypes: [{ name: 'issue', attributes: [] }],
      eventTypes: [{ name: 'created', attributes: [] }],
      objects: [
        ...[...new Set(events.map(({ issue }) => issue))].map((id) => ({ id, type: 'case:concept:name' })),
        ...[...new Set(events.map(({ who }) => who))].map((id) => ({ id, type: 'org:resource' })),
        { id: REPO, type: 'case:repo' },
      ],
      events: events.map(({ type, time, who, issue }, at) => ({
        id: `e${at}`,
        type,
        time,
        attributes: [{ name: 'weight', value: at }],
        relationships: [issue, who, REPO].map((objectId) => ({ objectId, qualifier: '' })),
      })),
    }),
  XES: (events) =>
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<log xes.version="1.0">',
      `<global scope="event">${attribute('string', 'concept:name', 'none')}</global>`,
      ...events.map(
        ({ type, time, who, issue }, at) =>
          `<trace>${attribute('string', 'concept:name', issue)}${attribute('string', 'repo', REPO)}<event>${attribute('string', 'concept:name', type)}${attribute('date', 'time:timestamp', time)}${attribute('string', 'org:resource', who)}${attribute('int', 'weight', String(at))}</event></trace>`,
      ),
      '</log>',
      '',
    ].join('\n'),
  CSV: (events) =>
    [
      'time;activity;user;case;repo_id;remark',
      ...events.map(
        ({ type, time, who, issue }) => `${time};${type};${who};${issue};${REPO};"a ""b""; c\nd"`,
      ),
      '',
    ].join('\r\n'),
  NDJSON: (events) =>
    events
      .map(({ type, time, who, issue }, at) =>
        JSON.stringify({ time, type, user: who, caseId: issue, repoId: REPO, weight: at, note: 'ü 🦊 “q”' }),
      )
      .join('\n'),
  CloudEvents: (events) =>
    events
      .map(({ type, time, who, issue }, at) =>
        JSON.stringify({
          specversion: '1.0',
          id: `e${at}`,
          source: '/issues',
          type,
          time,
          subject: issue,
          actor: who,
          data: { weight: at },
        }),
      )
      .join('\n'),
  'a JSON array': (events) =>
    JSON.stringify(
      events.map(({ type, time, who, issue }) => ({
        timestamp: time,
        event: type,
        author: who,
        issueId: issue,
      })),
    ),
};
