import { samePath } from './field-path.ts';
import type { FieldProfile, FieldSurvey } from './field-survey.ts';
import { explainGuess, type GuessedPart, guessField } from './guess-field.ts';
import { guessTags, tagObjects } from './guess-tags.ts';
import type { LogMapping } from './log-mapping.ts';
import type { FieldPath, LogFormat } from './log-row.ts';
import type { Choice, Choices, MappingProposal, MappingReason, TagChoice } from './mapping-proposal.ts';

type Known = { readonly [P in GuessedPart]?: FieldPath };

/** What each part is called in formats that have words for it. */
const KNOWN: { readonly [F in LogFormat]?: Known } = {
  'ocel-1': { type: ['activity'], time: ['timestamp'], id: ['id'] },
  'ocel-2': { type: ['activity'], time: ['timestamp'], id: ['id'] },
  ambit: { type: ['type'], time: ['time'], id: ['id'], actor: ['actor'], correlation: ['correlationId'] },
  cloudevents: { type: ['type'], time: ['time'], id: ['id'] },
  github: { type: ['type'], time: ['created_at'], id: ['id'], actor: ['actor', 'login'] },
  xes: { type: ['concept:name'], time: ['time:timestamp'], actor: ['org:resource'] },
};
const PARTS: readonly GuessedPart[] = ['time', 'type', 'id', 'actor', 'correlation'];
/** Formats whose objects or tags stand apart from the data, as types by name. */
const WITH_OBJECTS: readonly LogFormat[] = ['ocel-1', 'ocel-2', 'ambit'];
const DATA: { readonly [F in LogFormat]?: FieldPath } = {
  'ocel-1': ['attributes'],
  'ocel-2': ['attributes'],
  ambit: ['data'],
  cloudevents: ['data'],
  github: ['payload'],
};

/** A first mapping of a log, with the reason for each part: from the format's own words, else from names and values of the fields. */
export function proposeMapping(format: LogFormat, survey: FieldSurvey): MappingProposal {
  const taken: FieldProfile[] = [];
  const found = new Map<GuessedPart, Choice>();
  for (const part of PARTS) {
    const field = findField(part, format, survey, taken);
    if (!field) continue;
    taken.push(field);
    found.set(part, explainGuess(part, field, survey.looked));
  }
  const rest = survey.fields.filter((field) => !taken.includes(field));
  const choices: Choices = {
    type: withDetail(format, survey, found.get('type') ?? null),
    time: found.get('time') ?? null,
    id: found.get('id') ?? null,
    actor: found.get('actor') ?? null,
    correlation: found.get('correlation') ?? null,
    tags: chooseTags(format, rest, survey),
    data: chooseData(format, survey, taken),
  };
  return { mapping: writeMapping(choices, survey), reasons: listReasons(choices) };
}

function findField(
  part: GuessedPart,
  format: LogFormat,
  survey: FieldSurvey,
  taken: readonly FieldProfile[],
): FieldProfile | null {
  const path = KNOWN[format]?.[part];
  const known = path && survey.fields.find((field) => samePath(field.path, path));
  return known ?? guessField(part, survey, taken);
}

/** Some formats say in a second field what of several things happened. */
function withDetail(format: LogFormat, survey: FieldSurvey, choice: Choice | null): Choice | null {
  const path =
    format === 'github' ? ['payload', 'action'] : format === 'xes' ? ['lifecycle:transition'] : null;
  const detail = path && survey.fields.find((field) => samePath(field.path, path));
  if (!choice || !detail || detail.distinct < 2) return choice;
  const reason = `${choice.reason} "${detail.path.join('.')}" says more closely what happened.`;
  return { fields: [...choice.fields, detail.path], reason };
}

function chooseTags(
  format: LogFormat,
  rest: readonly FieldProfile[],
  survey: FieldSurvey,
): readonly TagChoice[] {
  if (WITH_OBJECTS.includes(format)) {
    return tagObjects(
      rest.filter(({ path }) => path[0] === 'objects'),
      survey.looked,
    );
  }
  return format === 'github' ? tagGithub(survey) : guessTags(rest, survey.looked);
}

/** Issues and pull requests of a repository share their numbers, so both are known by repository and number. */
function tagGithub({ fields }: FieldSurvey): readonly TagChoice[] {
  const repo = ['repo', 'name'];
  const numbered = ['issue', 'pull_request'].map((kind) => ['payload', kind, 'number']);
  const tags: readonly TagChoice[] = [
    { concept: 'repo', fields: [repo], reason: '"repo.name" is the repository it happened in.' },
    ...numbered.map((number) => ({
      concept: 'issue',
      fields: [repo, number],
      reason: `"${number.join('.')}" counts issues and pull requests within "repo.name".`,
    })),
  ];
  return tags.filter((tag) =>
    tag.fields.every((path) => fields.some((field) => samePath(field.path, path) && field.count > 0)),
  );
}

function chooseData(format: LogFormat, survey: FieldSurvey, taken: readonly FieldProfile[]): Choice {
  const path = DATA[format];
  if (path) return { fields: [path], reason: `"${path.join('.')}" is where the format keeps the data.` };
  const asides = taken.map((field) => field.path);
  const roots = survey.fields
    .filter((field) => !asides.some((aside) => samePath(aside, field.path)))
    .map((field) => field.path[0] ?? '');
  const fields = [...new Set(roots)].map((root) => [root]);
  return { fields, reason: 'All fields that are not used otherwise.' };
}

function writeMapping(choices: Choices, { dayOrder }: FieldSurvey): LogMapping {
  return {
    type: choices.type?.fields ?? [],
    time: choices.time?.fields[0] ?? [],
    dayOrder,
    id: choices.id?.fields[0] ?? null,
    actor: choices.actor?.fields[0] ?? null,
    correlation: choices.correlation?.fields[0] ?? null,
    tags: choices.tags.map(({ concept, fields }) => ({ concept, fields })),
    data: choices.data.fields,
  };
}

function listReasons({ tags, data, ...parts }: Choices): readonly MappingReason[] {
  const single = (['type', 'time', 'id', 'actor', 'correlation'] as const).flatMap((part) => {
    const choice = parts[part];
    return choice ? [{ part, ...choice }] : [];
  });
  return [...single, ...tags.map((tag) => ({ part: 'tag' as const, ...tag })), { part: 'data', ...data }];
}
