import type { Board } from '../../board/board.ts';
import type { StrategyId } from '../../strategies/program.ts';
import type { Act, Deed } from './lesson.ts';
import type { LessonBench } from './lesson-bench.ts';

/** What came of something that was done. */
export interface Told {
  readonly says: string;
  /** A read model could not take it, and so it was not stored. */
  readonly isRolledBack: boolean;
}

export interface ActGround {
  readonly bench: LessonBench;
  readonly board: Board;
  readonly strategy: StrategyId;
}

/** Does all of an act, one deed after the other; stops at the first that comes to nothing. Rejects with a message for people. */
export async function doAct({ label, deeds }: Act, ground: ActGround): Promise<Told> {
  let told: Told = { says: '', isRolledBack: false };
  for (const deed of deeds) {
    told = await doDeed(deed, label, ground);
    if (told.isRolledBack) return told;
  }
  return told;
}

async function doDeed(deed: Deed, label: string, { bench, board, strategy }: ActGround): Promise<Told> {
  switch (deed.kind) {
    case 'issue':
      return issue(deed, bench, strategy);
    case 'edit':
      board.edit(label, deed.edit);
      return say('The board is changed.');
    case 'pause':
      bench.readModels.pause(deed.readModel);
      return say(`${deed.readModel} stands still.`);
    case 'resume':
      bench.readModels.resume(deed.readModel);
      return say(`${deed.readModel} goes on.`);
    case 'check':
      bench.readModels.check(deed.readModel);
      return say(`${deed.readModel} is held to the log.`);
    case 'rebuild':
      bench.readModels.rebuild(deed.readModel);
      return say(`${deed.readModel} was thrown away, and is made anew from event 1.`);
    case 'migrate': {
      const changed = await bench.migrations.apply();
      return say(
        `${changed} stored ${changed === 1 ? 'event was' : 'events were'} changed, and a backup kept.`,
      );
    }
  }
}

async function issue(
  { command }: Deed & { readonly kind: 'issue' },
  { log }: LessonBench,
  strategy: StrategyId,
): Promise<Told> {
  const run = await log.issue(
    { command, strategy, actor: null },
    { signal: new AbortController().signal, onStep: () => {}, mayAppend: async () => {} },
  );
  if ('unavailable' in run) return { says: `${run.unavailable}.`, isRolledBack: true };
  const written = run.written.map(({ type, position }) => `${type} is event ${position}`).join(', ');
  if (written !== '') return say(`Stored: ${written}.`);
  return say(
    `${command.command} was ${run.outcome === 'rejected' ? 'refused' : 'stopped'}: nothing was stored.`,
  );
}

function say(says: string): Told {
  return { says, isRolledBack: false };
}
