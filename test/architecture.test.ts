import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { describe, expect, it } from 'vitest';
import {
  findCycles,
  type GlobalUse,
  type Import,
  readSource,
  resolveImport,
  type SourceFile,
} from './helpers/imports.ts';

/** What a room may import: whole rooms, or single folders and files of them; of some only types. Its own files always. */
interface Sight {
  readonly sees: readonly string[];
  readonly seesTypesOf?: readonly string[];
}

const RESULTS = ['decision', 'strategies', 'exploration', 'workload', 'runs', 'history'];
/** The words for what occurs and for the strategies are one table each, for the page and the command line. */
const WORDS = [
  'exploration/findings.ts',
  'exploration/summarise-matrix.ts',
  'exploration/words',
  'strategies/registry.ts',
  'strategies/program.ts',
  'history/words',
];
const PURE_ROOMS = ['lib', 'model', 'decision', 'strategies', 'exploration', 'workload', 'history'];
const ADAPTED_ROOMS = [...PURE_ROOMS, 'interchange'];

const ROOMS: Readonly<Record<string, Sight>> = {
  lib: { sees: [] },
  model: { sees: ['lib'] },
  decision: { sees: ['lib', 'model'] },
  strategies: { sees: ['lib', 'model', 'decision'] },
  exploration: { sees: ['lib', 'model', 'decision', 'strategies'] },
  // A simulated step is judged by the functions that judge an explored one.
  workload: { sees: ['lib', 'model', 'decision', 'strategies', 'exploration'] },
  'event-store': { sees: ['lib', 'model', 'decision/query.ts', 'decision/event.ts'] },
  // A live step is judged by the functions that judge an explored one (R2), and those live in exploration.
  runs: { sees: ['lib', 'model', 'decision', 'strategies', 'exploration', 'event-store'] },
  history: { sees: ['lib', 'model', 'decision'] },
  interchange: { sees: ['lib', 'model', 'decision', ...WORDS], seesTypesOf: ['strategies', 'exploration'] },
  // What one person looks at in the lab, and what it asks of the engine, which app puts behind it.
  lab: { sees: ['lib', 'model', 'board', ...WORDS], seesTypesOf: RESULTS },
  board: { sees: ['lib', 'model'] },
  // What is computed about a board, and where its notes go, is asked for and answered in the board's words.
  worker: { sees: [...ADAPTED_ROOMS, 'board', 'lab'] },
  cli: { sees: [...ADAPTED_ROOMS, 'event-store', 'runs'] },
  // The marks of what occurs are drawn by its words.
  ui: { sees: ['lib', 'exploration/findings.ts'] },
  canvas: { sees: ['lib', 'model', 'board', 'lab', 'ui', ...WORDS], seesTypesOf: RESULTS },
  panels: { sees: ['lib', 'model', 'board', 'lab', 'ui', ...WORDS], seesTypesOf: RESULTS },
  app: {
    sees: [...ADAPTED_ROOMS, 'event-store', 'runs', 'board', 'lab', 'worker', 'canvas', 'panels', 'ui'],
  },
};

/** Packages that are known in some rooms only. Packages not listed are free. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  react: ['canvas', 'panels', 'ui', 'app'],
  'react-dom': ['canvas', 'panels', 'ui', 'app'],
  '@xyflow/react': ['canvas'],
  dexie: ['event-store', 'board'],
  yjs: ['board'],
  '@marcbachmann/cel-js': ['decision'],
  commander: ['cli'],
  'cli-table3': ['cli'],
  picocolors: ['cli'],
  acorn: ['interchange'],
  'Node built-ins': ['cli'],
};

/** Globals by which the DOM, a clock, chance or a timer comes in. */
const IMPURE_GLOBALS = new Set(
  `clearInterval clearTimeout crypto document fetch globalThis indexedDB localStorage location navigator performance process
   queueMicrotask requestAnimationFrame self sessionStorage setImmediate setInterval setTimeout Temporal window`.split(
    /\s+/,
  ),
);
const PURE_DATE_USES = ['new Date(…)', 'Date.parse', 'Date.UTC', 'Date.prototype', 'instanceof Date'];

/** Every rule: what it finds wrong, as `file:line  message`. */
const RULES: Readonly<Record<string, (files: readonly SourceFile[]) => string[]>> = {
  'every file is in a room of the house': (files) =>
    files
      .filter(({ path }) => !Object.hasOwn(ROOMS, roomOf(path)))
      .map(
        ({ path }) => `${path}  is in no room of the house: move it, or add the room to house.md and ROOMS`,
      ),

  'imports run one way between the rooms': (files) => {
    const paths = pathsOf(files);
    return files.flatMap((file) =>
      file.imports.flatMap((found) => report(file, found, judgeDirection(file.path, found, paths))),
    );
  },

  'files import no file that imports them back': (files) => {
    const paths = pathsOf(files);
    const targets = ({ path, imports }: SourceFile) =>
      imports.flatMap(({ specifier }) => resolveImport(path, specifier ?? '', paths) ?? []);
    return findCycles(new Map(files.map((file) => [file.path, targets(file)]))).map(
      (cycle) => `${cycle.join(' → ')}  is a cycle`,
    );
  },

  'packages stay in the rooms that are about them': (files) =>
    files.flatMap((file) =>
      file.imports.flatMap((found) => report(file, found, judgePackage(file.path, found))),
    ),

  'an import says in plain text what it imports': (files) =>
    files.flatMap((file) =>
      file.imports
        .filter(({ specifier }) => specifier === undefined || /^[#/@~]\/|^[#/]/.test(specifier))
        .flatMap((found) =>
          report(
            file,
            found,
            `imports ${found.specifier ?? 'a computed path'}: use a relative path or a package`,
          ),
        ),
    ),

  'pure rooms know no DOM, clock, chance or timer': (files) =>
    files
      .filter(({ path }) => PURE_ROOMS.includes(roomOf(path)))
      .flatMap((file) =>
        file.globals
          .filter(isImpure)
          .flatMap((use) => report(file, use, `uses ${use.usage}: pass seed, time and ids as arguments`)),
      ),

  'no text is run as code': (files) =>
    files.flatMap((file) =>
      file.globals
        .filter(
          ({ name, usage }) => name === 'eval' || (name === 'Function' && usage !== 'instanceof Function'),
        )
        .flatMap((use) => report(file, use, `uses ${use.usage}`)),
    ),

  'exports are named': (files) =>
    files.flatMap((file) =>
      file.defaultExportLines.flatMap((line) => report(file, { line }, 'has a default export: name it')),
    ),

  'no file only passes on what others export': (files) =>
    files
      .filter(({ isBarrel }) => isBarrel)
      .map(({ path }) => `${path}  is a barrel: import from the files themselves`),

  'nothing is called utils': (files) =>
    files
      .filter(({ path }) => /(^|\/)utils?(\/|\.tsx?$)/.test(path))
      .map(({ path }) => `${path}  is called utils: name it after its concept`),
};

describe('the architecture', () => {
  const files = readSources();

  it('was looked for in more than no files', () => {
    expect(files.length).toBeGreaterThan(0);
    expect(files.some(({ imports }) => imports.length > 0)).toBe(true);
  });

  it.each(Object.entries(RULES))('%s', (_, findBreaches) => {
    expect(findBreaches(files)).toEqual([]);
  });
});

type Sources = Readonly<Record<string, string>>;

/** Broken on purpose: by rule, sources that each break it exactly once. */
const BROKEN: readonly [rule: string, sources: Sources][] = [
  ['every file is in a room of the house', { 'src/stray.ts': '', 'src/attic/box.ts': '' }],
  [
    'imports run one way between the rooms',
    {
      'src/lib/a.ts': "import { b } from '../model/b.ts';",
      'src/model/a.ts': "import type { B } from '../decision/b.ts';",
      'src/decision/a.ts': "import { registry } from '../strategies/registry.ts';",
      'src/strategies/a.ts': "const b = await import('../exploration/b.ts');",
      'src/exploration/a.ts': "type B = import('../workload/b.ts').B;",
      'src/workload/a.ts': "export { b } from '../runs/b.ts';",
      'src/runs/a.ts': "export * from '../history/b.ts';",
      'src/event-store/a.ts': "import { decide } from '../decision/decide.ts';",
      'src/history/a.ts': "import { b } from '../event-store/memory.ts';",
      'src/interchange/mermaid/a.ts': "import { b } from '../../exploration/b.ts';",
      'src/board/a.ts': "import '../canvas/b.ts';",
      'src/worker/a.ts': "import { b } from '../runs/b.ts';",
      'src/cli/a.ts': "import { b } from '../app/main.tsx';",
      'src/ui/a.tsx': "import { b } from '../panels/races/b.tsx';",
      'src/canvas/a.tsx': "import { explore } from '../exploration/explore.ts';",
      'src/canvas/b.ts': "new Worker(new URL('../worker/worker.ts', import.meta.url));",
      'src/panels/races/a.tsx': "import { b } from '../../canvas/b.tsx';",
      'src/panels/log/a.tsx': "import type { EventStore } from '../../event-store/port.ts';",
      'src/panels/load/a.tsx': "import { type Load } from '../../workload/result.ts';",
      'src/app/a.ts': "import { b } from '../../test/helpers/b.ts';",
      'src/model/b.ts': "import schema from '../../public/schema/a.json' with { type: 'json' };",
    },
  ],
  ['files import no file that imports them back', { 'src/lib/a.ts': "import * as a from './a.ts';" }],
  [
    'packages stay in the rooms that are about them',
    {
      'src/model/a.ts': "import { useState } from 'react';",
      'src/panels/a.tsx': "import type { Node } from '@xyflow/react';",
      'src/ui/a.ts': "import '@xyflow/react/dist/style.css';",
      'src/app/a.ts': "import Dexie from 'dexie';",
      'src/canvas/a.ts': "import * as Y from 'yjs';",
      'src/strategies/a.ts': "import { parse } from '@marcbachmann/cel-js';",
      'src/runs/a.ts': "import pc from 'picocolors';",
      'src/history/a.ts': "const { parse } = await import('acorn');",
      'src/event-store/a.ts': "import { readFile } from 'node:fs/promises';",
      'src/worker/a.ts': "import path from 'path';",
      'src/interchange/a.ts': "import test from 'node:test';",
    },
  ],
  [
    'an import says in plain text what it imports',
    {
      'src/lib/a.ts': "await import('./' + name);",
      'src/lib/b.ts': "import { b } from '/src/app/main.tsx';",
      'src/lib/c.ts': "import { b } from '@/app/main.tsx';",
      'src/lib/d.ts': "import { b } from '#app/main';",
    },
  ],
  [
    'pure rooms know no DOM, clock, chance or timer',
    {
      'src/lib/a.ts': 'export const now = () => Date.now();',
      'src/model/a.ts': 'export const now = new Date();',
      'src/model/b.ts': 'export const now = new Date;',
      'src/model/c.ts': 'export const { now } = Date;',
      'src/model/d.ts': 'export const now = Date();',
      'src/decision/a.ts': 'export const id = Math.floor(Math.random());',
      'src/decision/b.ts': "export const roll = Math['random'];",
      'src/decision/c.ts': 'export const { random } = Math;',
      'src/strategies/a.ts': 'setTimeout(() => {}, 1);',
      'src/exploration/a.ts': 'export const start = performance?.now();',
      'src/exploration/b.ts': 'export const on = process.env as unknown;',
      'src/workload/a.ts': 'export const make = () => ({ crypto });',
      'src/workload/b.ts': 'export const load = (url: string) => fetch!(url);',
      'src/workload/c.ts': 'export const here = (url = window.location) => url;',
      'src/history/a.ts': 'export const w = globalThis;',
      'src/history/b.ts': 'function f(document: string) { return document; }\n\nf(document.title);',
    },
  ],
  [
    'no text is run as code',
    {
      'src/cli/a.ts': "eval('1');",
      'src/cli/b.ts': "(0, eval)('1');",
      'src/app/a.ts': "new Function('return 1')();",
      'src/app/b.ts': "Function('return 1')();",
    },
  ],
  [
    'exports are named',
    {
      'src/ui/a.tsx': 'export default function A() {\n  return <p />;\n}',
      'src/ui/b.ts': 'const a = 1; export { a as default };',
      'src/ui/c.ts': "export { default } from './a.tsx';",
      'src/ui/d.ts': "export * as default from './a.tsx';",
    },
  ],
  [
    'no file only passes on what others export',
    {
      'src/lib/a.ts': "export * from './json.ts';",
      'src/lib/b.ts': "export type { Json } from './json.ts';\nexport { ok } from './result.ts';",
      'src/lib/c.ts': "import { ok } from './result.ts';\nexport { ok };",
    },
  ],
  [
    'nothing is called utils',
    { 'src/lib/utils/a.ts': '', 'src/model/utils.ts': '', 'src/ui/util/a.tsx': '' },
  ],
];

/** Looks suspicious, and is as it should be. */
const SOUND: Sources = {
  'src/lib/result.ts':
    '// import { a } from "../app/main.tsx"\nexport const text = "Date.now() eval(\'1\') import \'dexie\'";',
  'src/lib/json.ts':
    "import * as z from 'zod/mini';\nexport { ok } from './result.ts';\nexport const json = z;",
  'src/model/document.ts': `
    export type Parse = (window: string) => typeof performance;
    export interface Page { document: string; fetch(process: string): void }
    export function parse(document: string, { self, location: [crypto] = [''] } = { self: '', location: [''] }) {
      const process = (fetch: string) => fetch + crypto + self;
      return { document, window: process(document), performance: document.length, fetch() {} };
    }
    export const age = (time: string) => [new Date(time), Date.UTC(2026), Date.parse(time), Math.max(1, 2)];
    export const isCode = (x: unknown) => x instanceof Date || x instanceof Function;
    try { parse(''); } catch (document) { throw document; }`,
  'src/event-store/memory.ts':
    "import type { Fact } from '../decision/event.ts';\nexport const now = (): Fact => Date.now();",
  'src/panels/races/verdict.tsx':
    "import type { Verdict } from '../../exploration/result.ts';\nexport const A = (p: Verdict) => <b>{p}</b>;",
  'src/canvas/node.tsx':
    "import { Handle } from '@xyflow/react';\nimport '@xyflow/react/dist/style.css';\nexport const A = Handle;",
  'src/cli/main.ts':
    "import fs from 'node:fs';\nimport pack from '../../package.json' with { type: 'json' };\nexport const a = { fs, pack };",
  'src/app/compose.ts':
    "import('../worker/client.ts');\nnew URL('../worker/worker.ts', import.meta.url);\nnew URL(text, base);",
};

describe('the checker', () => {
  it.each(BROKEN)('notices where this is broken: %s', (rule, sources) => {
    const breaches = RULES[rule]?.(readAll(sources)) ?? [];
    expect(breaches.map((breach) => breach.split(/[: ]/)[0])).toEqual(Object.keys(sources));
  });

  it('finds every cycle, through types and exports too', () => {
    const files = readAll({
      'src/lib/a.ts': "import type { B } from './b.ts';",
      'src/lib/b.ts': "import { c } from './c';\nimport './self.ts';",
      'src/lib/c.ts': "export { a } from './a.ts';",
      'src/lib/self.ts': "import * as self from './self.ts';",
    });
    expect(RULES['files import no file that imports them back']?.(files)).toEqual([
      'src/lib/a.ts → src/lib/b.ts → src/lib/c.ts → src/lib/a.ts  is a cycle',
      'src/lib/self.ts → src/lib/self.ts  is a cycle',
    ]);
  });

  it('has a broken sample for every rule', () => {
    expect(new Set(BROKEN.map(([rule]) => rule))).toEqual(new Set(Object.keys(RULES)));
  });

  it.each(Object.entries(RULES))('does not cry wolf: %s', (_, findBreaches) => {
    expect(findBreaches(readAll(SOUND))).toEqual([]);
  });

  it('says what is wrong and where', () => {
    const files = readAll({ 'src/lib/a.ts': "\nimport { b } from '../app/b.ts';" });
    expect(RULES['imports run one way between the rooms']?.(files)).toEqual([
      'src/lib/a.ts:2  imports src/app/b.ts, but lib sees only itself',
    ]);
  });

  it('refuses a file it cannot read', () => {
    expect(() => readSource('src/lib/a.ts', 'export const = 1;')).toThrow('src/lib/a.ts does not parse');
  });
});

function readSources(): SourceFile[] {
  const root = new URL('../', import.meta.url);
  return readdirSync(new URL('src/', root), { recursive: true, encoding: 'utf8' })
    .map((name) => `src/${name.replaceAll('\\', '/')}`)
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => readSource(path, readFileSync(new URL(path, root), 'utf8')));
}

function readAll(sources: Sources): SourceFile[] {
  return Object.entries(sources).map(([path, text]) => readSource(path, text));
}

function pathsOf(files: readonly SourceFile[]): Set<string> {
  return new Set(files.map(({ path }) => path));
}

function roomOf(path: string): string {
  return path.split('/')[1] ?? path;
}

function report(
  { path }: SourceFile,
  { line }: { readonly line: number },
  message: string | undefined,
): string[] {
  return message === undefined ? [] : [`${path}:${line}  ${message}`];
}

function judgeDirection(
  from: string,
  { specifier, typeOnly }: Import,
  paths: ReadonlySet<string>,
): string | undefined {
  const target = resolveImport(from, specifier ?? '', paths);
  const room = roomOf(from);
  if (target === undefined || target.startsWith(`src/${room}/`)) return undefined;
  if (!target.startsWith('src/')) {
    const readsData = ['cli', 'app'].includes(room) && target.endsWith('.json');
    return readsData ? undefined : `imports ${target}: only cli and app reach out of src, for JSON`;
  }
  const { sees, seesTypesOf = [] } = ROOMS[room] ?? { sees: [] };
  const visible = typeOnly ? [...sees, ...seesTypesOf] : sees;
  if (visible.some((entry) => `src/${entry}` === target || target.startsWith(`src/${entry}/`)))
    return undefined;
  const types = seesTypesOf.length > 0 ? `, and by \`import type\` ${seesTypesOf.join(', ')}` : '';
  return `imports ${target}, but ${room} sees only ${sees.join(', ') || 'itself'}${types}`;
}

function judgePackage(from: string, { specifier = '' }: Import): string | undefined {
  if (specifier.startsWith('.')) return undefined;
  const isBuiltin = specifier.startsWith('node:') || builtinModules.includes(specifier);
  const name = isBuiltin
    ? 'Node built-ins'
    : specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
  const rooms = PACKAGES[name];
  if (rooms === undefined || rooms.includes(roomOf(from))) return undefined;
  return `imports ${specifier}: ${name} only in ${rooms.join(', ')}`;
}

function isImpure({ name, usage }: GlobalUse): boolean {
  if (name === 'Date') return !PURE_DATE_USES.includes(usage);
  if (name === 'Math') return usage === 'Math' || usage === 'Math.random';
  return IMPURE_GLOBALS.has(name);
}
