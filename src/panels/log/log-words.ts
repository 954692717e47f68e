/** Whose log is looked at. */
export type LogSource = 'board' | 'run';

/** What can stand beside the log. */
export type LogPaneName = 'event' | 'issue' | 'give' | 'run';

export const SOURCES = [
  { value: 'board', label: 'This board’s log' },
  { value: 'run', label: 'Last race run' },
] as const satisfies readonly { readonly value: LogSource; readonly label: string }[];

export const PANES: Readonly<Record<LogPaneName, string>> = {
  event: 'Event',
  issue: 'Issue a command',
  give: 'Give an event',
  run: 'Run a race',
};
