import type { Model } from '../../model/schema.ts';
import { sayDescription, sayName } from './say-data.ts';
import { writeExamples, writeRaces } from './write-cases.ts';
import { writeCommands } from './write-commands.ts';
import { writeConstraints } from './write-constraints.ts';
import { writeFlowchart } from './write-flowchart.ts';
import { writeEvents, writePeriphery, writeRemarksOf, writeSlices, writeTags } from './write-surroundings.ts';

/** A model as Markdown for people, with a Mermaid diagram of its flow. Names and texts show as they are, whatever is in them. */
export function writeMarkdown(model: Model): string {
  const lines = [
    `# ${sayName(model.name)}`,
    '',
    ...sayDescription(model.description),
    ...writeFlowchart(model),
    ...writeTags(model),
    ...writeCommands(model),
    ...writeConstraints(model),
    ...writeEvents(model),
    ...writePeriphery(model),
    ...writeSlices(model),
    ...writeExamples(model),
    ...writeRaces(model),
    ...writeRemarksOf(model),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}
