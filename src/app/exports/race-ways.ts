import { Braces, Copy, FileText, ListTree } from 'lucide-react';
import type { ExportWay } from '../../panels/exchange/export-ways.tsx';
import type { PictureFormat, PictureTheme } from '../../ui/picture/make-picture.ts';
import { copyText } from '../copy-text.ts';
import { download } from '../download.ts';
import { nameOfExport } from '../name-file.ts';
import { listPictureWays } from './picture-ways.ts';
import { gatherShownRace, type RaceDesk, type ShownRace } from './shown-race.ts';

/** The ways to take home the race that is shown. */
export function listRaceWays(desk: RaceDesk): readonly ExportWay[] {
  const save = (ending: string, type: string, write: (shown: ShownRace) => Promise<BlobPart>) => async () => {
    const shown = await gatherShownRace(desk);
    download(nameOfExport([shown.model.name, shown.race.name], ending), type, [await write(shown)]);
  };
  return [
    {
      label: 'Copy as Markdown',
      about: 'The race, its results and this schedule in words, with a Mermaid diagram',
      icon: Copy,
      done: 'The Markdown is on the clipboard.',
      run: async () =>
        copyText(await writeMarkdown(await gatherShownRace(desk)), 'save the Markdown file instead'),
    },
    {
      label: 'Markdown',
      about: 'The same as a file',
      icon: FileText,
      done: 'The Markdown file is saved.',
      run: save('md', 'text/markdown', writeMarkdown),
    },
    ...listPictureWays('The diagram and its sentence, for slides and chats', save, drawPicture),
    {
      label: 'JSON of the results',
      about: 'All strategies, as ambit check --json prints them',
      icon: Braces,
      done: 'The JSON file is saved.',
      run: save('results.json', 'application/json', writeResults),
    },
    {
      label: 'JSON of this schedule',
      about: 'Step by step, as ambit explain --json prints it',
      icon: ListTree,
      done: 'The JSON file is saved.',
      run: save('schedule.json', 'application/json', writeSchedule),
    },
  ];
}

async function writeMarkdown({ model, race, results, told: [schedule] }: ShownRace): Promise<string> {
  const { writeRaceMarkdown } = await import('../../interchange/markdown/write-race.ts');
  return writeRaceMarkdown({ model: model.name, race, results, schedule: schedule ?? null });
}

async function drawPicture(shown: ShownRace, format: PictureFormat, look: PictureTheme): Promise<Blob> {
  if (shown.told.length === 0)
    throw new Error('This race cannot be run under the chosen strategy: choose another one.');
  const [{ drawRacePicture }, { makeFile }] = await Promise.all([
    import('../../panels/exports/race-picture.tsx'),
    import('../../ui/picture/make-picture.ts'),
  ]);
  return makeFile(await drawRacePicture(shown, look), format);
}

async function writeResults({ model, race, results }: ShownRace): Promise<string> {
  const { raceAsJson } = await import('../../interchange/json/race-as-json.ts');
  return print({ model: model.name, races: [raceAsJson({ race, results })] });
}

async function writeSchedule({ model, race, results, told: [first] }: ShownRace): Promise<string> {
  const { explainedAsJson } = await import('../../interchange/json/explained-as-json.ts');
  const exploration = results.find(({ strategy }) => strategy === first?.strategy)?.result;
  if (first === undefined || exploration === undefined || 'unavailable' in exploration) {
    throw new Error('This race cannot be run under the chosen strategy: choose another one.');
  }
  const {
    strategy,
    shows,
    told: { steps, log },
  } = first;
  return print(explainedAsJson(model.name, { race, strategy, shows, exploration, told: { steps, log } }));
}

function print(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
