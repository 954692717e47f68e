import type { Question } from '../../../board/edits/raise-question.ts';
import { makeKey } from '../../../board/element-key.ts';
import type { Hit, MatrixCell } from '../../../exploration/matrix-result.ts';
import { sayData } from '../../../lib/say-data.ts';

/** Two commands that write the same fact twice, one after the other. */
export interface Repeat {
  readonly commands: readonly [string, string];
  readonly pattern: string;
  readonly hit: Hit;
}

/** Every pattern in which a fact is written twice and counts twice. */
export function listRepeats(cells: readonly MatrixCell[]): readonly Repeat[] {
  return cells.flatMap(({ commands, patterns }) =>
    patterns.flatMap(({ name, repeats }) =>
      repeats === null ? [] : [{ commands, pattern: name, hit: repeats }],
    ),
  );
}

/** Who writes twice: “SubscribeStudent, twice” or both names. */
export function sayTwice([one, other]: Repeat['commands']): string {
  return one === other ? `${one}, twice` : `${one}, then ${other}`;
}

/** The question that a repeat raises, about its first command. */
export function askAbout({ commands, hit }: Repeat): Question {
  const [one, other] = commands;
  const data = sayData(hit.race.commands?.[0]?.data);
  return {
    name: one === other ? `May ${one} happen twice?` : `May ${other} repeat ${one}?`,
    description: `Both are accepted one after the other${data === '' ? '' : ` with ${data}`}, and the same fact is in the log twice. No constraint forbids it: is one missing?`,
    about: makeKey('command', one),
  };
}
