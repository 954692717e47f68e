import type { Hands } from './lesson-run.ts';
import type { Choices } from './progress.ts';

/** The right option of each row of a question. */
export type Answers = { readonly [row: string]: string };

/** How a learner did: "As you expected", "1 of 2 as you expected"; neutral where nothing was chosen. */
export function sayScore(answers: Answers, choices: Choices): string {
  const rows = Object.keys(answers);
  const chosen = rows.filter((row) => choices[row] !== undefined);
  if (chosen.length === 0) return 'What happens';
  const right = chosen.filter((row) => choices[row] === answers[row]).length;
  if (right === rows.length) return 'As you expected';
  if (right === 0) return rows.length === 1 ? 'Not what you expected' : 'None of it as you expected';
  return `${right} of ${rows.length} as you expected`;
}

/** How a room did over all rows that hands were counted for; null where none were. */
export function sayHands(answers: Answers, hands: Hands): string | null {
  let all = 0;
  let right = 0;
  for (const [row, answer] of Object.entries(answers)) {
    for (const [option, counted] of Object.entries(hands[row] ?? {})) {
      all += counted;
      if (option === answer) right += counted;
    }
  }
  return all === 0 ? null : `${right} of ${all} hands were right`;
}
