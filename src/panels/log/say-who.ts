import type { LogEvent } from '../../lab/live-log.ts';

/** Who wrote an event: the command, and the person where one is known. In a race the commands have numbers. */
export function sayWho({ command, actor, causationId, correlationId }: LogEvent, isRace: boolean): string {
  if (command === undefined) return actor ?? (isRace ? 'the past' : 'given');
  const number = isRace ? numberOf(causationId, correlationId) : null;
  const named = number === null ? command : `#${number} ${command}`;
  return actor === undefined ? named : `${actor}, ${named}`;
}

/** The number of a race's command, from what it put down as the cause of its events. */
function numberOf(causationId = '', correlationId = ''): string | null {
  const rest = causationId.startsWith(`${correlationId}/`) ? causationId.slice(correlationId.length + 1) : '';
  return /^\d+$/.test(rest) ? rest : null;
}
