import type { Model } from '../../model/schema.ts';
import { escapeMarkdown, writeCode, writeTable } from './markdown-text.ts';
import { sayFields, sayName, sayNames } from './say-data.ts';

interface Remark {
  readonly description?: string | undefined;
}

/** The tags, and what each stands for. */
export function writeTags({ tags = {} }: Model): readonly string[] {
  return writeRemarks('Tags', tags);
}

/** The events with their data and the tags they carry. */
export function writeEvents({ events = {} }: Model): readonly string[] {
  const rows = Object.entries(events).map(([name, { description = '', fields, tags = {} }]) => [
    sayName(name),
    escapeMarkdown(description),
    sayFields(fields),
    Object.entries(tags)
      .map(([tag, expression]) => `${escapeMarkdown(tag)} (${writeCode(expression)})`)
      .join(', '),
  ]);
  return section('Events', writeTable(['Event', 'What happened', 'Data', 'Tags'], rows));
}

/** Aggregates, policies, and what people and other systems see. */
export function writePeriphery(model: Model): readonly string[] {
  const { aggregates = {}, policies = {}, readModels = {}, externalSystems = {}, screens = {} } = model;
  return [
    ...writeItems('Aggregates', aggregates, ({ id, events = [] }) => [
      id === undefined ? '' : `one stream for each ${escapeMarkdown(id)}`,
      events.length === 0 ? '' : `owns ${sayNames(events)}`,
    ]),
    ...writeItems('Policies', policies, ({ on = [], when, issues }) => [
      on.length === 0 ? '' : `whenever ${sayNames(on)} happens`,
      when === undefined ? '' : `and ${writeCode(when)}`,
      issues === undefined ? '' : `issue ${writeCode(issues)}`,
    ]),
    ...writeItems('Read models', readModels, ({ on = {} }) => [
      Object.keys(on).length === 0 ? '' : `follows ${sayNames(Object.keys(on))}`,
    ]),
    ...writeItems('External systems', externalSystems, ({ on = [], task }) => [
      on.length === 0 ? '' : `told about ${sayNames(on)}`,
      task === undefined ? '' : escapeMarkdown(task),
    ]),
    ...writeItems('Screens', screens, ({ shows = [], issues = [] }) => [
      shows.length === 0 ? '' : `shows ${sayNames(shows)}`,
      issues.length === 0 ? '' : `offers ${sayNames(issues)}`,
    ]),
    ...writeItems('Actors', model.actors ?? {}, ({ issues = [] }) => [
      issues.length === 0 ? '' : `gives ${sayNames(issues)}`,
    ]),
    ...writeRemarks('Bounded contexts', model.contexts),
  ];
}

/** The columns of the event model. */
export function writeSlices({ slices = [] }: Model): readonly string[] {
  const rows = slices.map(({ name, kind = '', status = '', elements = [] }) => [
    sayName(name),
    kind,
    status,
    sayNames(elements.map((key) => key.slice(key.indexOf(':') + 1))),
  ]);
  return section('Slices', writeTable(['Slice', 'Kind', 'Status', 'What belongs to it'], rows));
}

/** What is still open, and other remarks. */
export function writeRemarksOf({ hotspots, opportunities, notes }: Model): readonly string[] {
  return [
    ...writeRemarks('Open questions', hotspots),
    ...writeRemarks('Opportunities', opportunities),
    ...writeRemarks('Notes', notes),
  ];
}

function writeRemarks(title: string, remarks: { readonly [name: string]: Remark } = {}): readonly string[] {
  return writeItems(title, remarks, () => []);
}

function writeItems<T extends Remark>(
  title: string,
  items: { readonly [name: string]: T },
  say: (item: T) => readonly string[],
): readonly string[] {
  const lines = Object.entries(items).map(([name, item]) => {
    const said = [escapeMarkdown(item.description ?? ''), ...say(item)].filter((part) => part !== '');
    return `- **${sayName(name)}**${said.length === 0 ? '' : `: ${said.join('; ')}`}`;
  });
  return section(title, lines.length === 0 ? [] : [...lines, '']);
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`## ${title}`, '', ...lines];
}
