import { parseKey } from '../../board/element-key.ts';
import type { Action } from '../../ui/actions.ts';
import type { OpenBoard } from '../open-board.ts';

/** Racing what is selected on the board: several commands with each other, or one with itself. */
export function listRaceActions(open: OpenBoard): readonly Action[] {
  const race = async (names: readonly string[]) => {
    const { makeRace } = await import('../../lab/proposals/make-race.ts');
    await makeRace(open, names);
  };
  const shared = {
    group: 'Lab',
    keys: ['Mod+Enter'],
    scope: 'canvas',
    words: ['race', 'concurrent', 'at the same time', 'conflict'],
  } as const;
  return [
    {
      ...shared,
      id: 'race-these',
      label: 'Race these commands',
      isEnabled: () => listCommands(open).length > 1,
      run: () => void race(listCommands(open)),
    },
    {
      ...shared,
      id: 'race-twice',
      label: 'Race it against itself',
      isEnabled: () => listCommands(open).length === 1,
      run: () => void race([...listCommands(open), ...listCommands(open)]),
    },
  ];
}

/** The commands selected; none where something else is selected with them, or the board cannot be run. */
function listCommands({ board, desk }: OpenBoard): readonly string[] {
  const elements = desk.getState().selected.map((key) => parseKey(key));
  const { commands } = board.state().parsed.model ?? {};
  const names = elements.flatMap((element) =>
    element?.kind === 'command' && Object.hasOwn(commands ?? {}, element.name) ? [element.name] : [],
  );
  return names.length === elements.length ? names : [];
}
