import { getOwn } from '../../lib/get-own.ts';
import { isJsonObject } from '../../lib/is-json-object.ts';
import type { Json, JsonObject } from '../../lib/json.ts';
import { LESSON_IDS, type LessonId } from './lesson.ts';

/** What a learner chose at a step: for each row of its question an option. */
export type Choices = { readonly [row: string]: string };

/** How far somebody has come in a lesson. */
export interface LessonProgress {
  /** The step they are at, by its id; null before the first. */
  readonly at: string | null;
  /** The steps they went on from. */
  readonly done: readonly string[];
  readonly choices: { readonly [step: string]: Choices };
  /** The steps whose answers they have seen. */
  readonly shown: readonly string[];
  /** The boards of the lesson in this browser, by their names in the lesson. */
  readonly boards: { readonly [name: string]: string };
}

export type KeptProgress = { readonly [id in LessonId]?: LessonProgress };

export const NO_PROGRESS: LessonProgress = { at: null, done: [], choices: {}, shown: [], boards: {} };

const VERSION = 1;

/** What was kept of all lessons; nothing of what another version kept, or of what cannot be read. */
export function readProgress(text: string | null): KeptProgress {
  const kept = parse(text);
  if (!isJsonObject(kept) || kept['version'] !== VERSION || !isJsonObject(kept['lessons'])) return {};
  const { lessons } = kept;
  return Object.fromEntries(
    LESSON_IDS.flatMap((id) => {
      const entry = getOwn(lessons, id);
      return isJsonObject(entry) ? [[id, readLesson(entry)] as const] : [];
    }),
  );
}

/** What is kept of all lessons, as text. */
export function writeProgress(lessons: KeptProgress): string {
  return JSON.stringify({ version: VERSION, lessons });
}

function parse(text: string | null): Json | undefined {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readLesson(entry: JsonObject): LessonProgress {
  const { at, choices } = entry;
  return {
    at: typeof at === 'string' ? at : null,
    done: readTexts(entry['done']),
    choices: Object.fromEntries(
      Object.entries(isJsonObject(choices) ? choices : {}).map(([step, rows]) => [step, readTable(rows)]),
    ),
    shown: readTexts(entry['shown']),
    boards: readTable(entry['boards']),
  };
}

function readTexts(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function readTable(value: Json | undefined): { readonly [key: string]: string } {
  const entries = Object.entries(isJsonObject(value) ? value : {});
  return Object.fromEntries(
    entries.flatMap(([key, text]) => (typeof text === 'string' ? [[key, text]] : [])),
  );
}
