import { describe, expect, it } from 'vitest';
import { fixesFor } from '../../../../src/board/fixes/fixes.ts';
import { compileModel } from '../../../../src/decision/compile.ts';
import type { JsonObject } from '../../../../src/lib/json.ts';
import { checkModel } from '../../../../src/model/check-model.ts';
import type { Diagnostic } from '../../../../src/model/diagnostic.ts';
import { readDocument } from '../../../../src/model/parse.ts';
import { MODEL_FAULTS } from '../../model/model-faults.ts';

function diagnose(document: JsonObject): readonly Diagnostic[] {
  const { model, diagnostics } = readDocument(document);
  return model === null
    ? diagnostics
    : [...diagnostics, ...checkModel(model), ...compileModel(model).diagnostics];
}

function makeDocument(model: object): JsonObject {
  return JSON.parse(JSON.stringify({ ambit: '1.0', name: 'M', ...model }));
}

function nameOf({ code, at, message }: Diagnostic): string {
  return `${code} ${at} ${message}`;
}

/** For every fix of a finding, by its label: whether the finding is gone, and the errors that are new. */
function tryFixes(document: JsonObject, finding: Diagnostic) {
  // What an error says may name other things once some are gone.
  const before = new Set(diagnose(document).map(({ code, at }) => `${code} ${at}`));
  return fixesFor(finding, document).map(({ label, edit }) => {
    const after = diagnose(edit(document));
    return {
      label,
      isGone: !after.some((left) => nameOf(left) === nameOf(finding)),
      newErrors: after
        .filter((left) => left.severity === 'error' && !before.has(`${left.code} ${left.at}`))
        .map(nameOf),
    };
  });
}

function find(document: JsonObject, code: string): Diagnostic {
  const found = diagnose(document).find((diagnostic) => diagnostic.code === code);
  if (found === undefined) throw new Error(`no ${code}`);
  return found;
}

function labelsFor(model: object, code: string): readonly string[] {
  const document = makeDocument(model);
  return fixesFor(find(document, code), document).map(({ label }) => label);
}

function fix(model: object, code: string, label: string): JsonObject {
  const document = makeDocument(model);
  const found = fixesFor(find(document, code), document).find((candidate) => candidate.label === label);
  if (found === undefined) throw new Error(`no “${label}”`);
  return found.edit(document);
}

/** Codes for which only a person can tell what to do. */
const LEFT_TO_PEOPLE = new Set(['unused-tag', 'wrong-tag-name', 'unfinished-migration']);

describe('every remedy', () => {
  it.each(MODEL_FAULTS)('mends $title and breaks nothing', ({ model, code, at }) => {
    const document = makeDocument(model);
    const finding = diagnose(document).find((diagnostic) => diagnostic.code === code && diagnostic.at === at);
    expect(finding).toBeDefined();
    if (finding === undefined) return;
    for (const outcome of tryFixes(document, finding)) {
      expect(outcome).toEqual({ label: outcome.label, isGone: true, newErrors: [] });
    }
  });

  it('is there for every fault in some of its cases, but for those left to people', () => {
    const lacking = new Set(MODEL_FAULTS.map(({ code }) => code as string));
    for (const { model, code } of MODEL_FAULTS) {
      const document = makeDocument(model);
      const findings = diagnose(document).filter((diagnostic) => diagnostic.code === code);
      if (findings.some((finding) => fixesFor(finding, document).length > 0)) lacking.delete(code);
    }
    expect(lacking).toEqual(LEFT_TO_PEOPLE);
  });

  it('does nothing to a document in which there is nothing left to mend', () => {
    for (const { model, code } of MODEL_FAULTS) {
      const document = makeDocument(model);
      for (const finding of diagnose(document).filter((diagnostic) => diagnostic.code === code)) {
        for (const { edit } of fixesFor(finding, document)) {
          expect(() => edit(makeDocument({}))).not.toThrow();
          expect(() =>
            edit({ ambit: '1.0', name: 'M', events: [], commands: 3, constraints: null }),
          ).not.toThrow();
        }
      }
    }
  });

  it('is none for a code nobody knows', () => {
    const finding = { code: 'toString', severity: 'error', at: '/events', message: '' } as const;
    expect(fixesFor(finding, makeDocument({}))).toEqual([]);
  });
});

const door = { fields: { doorId: 'string', size: 'int' }, tags: { door: 'event.doorId' } };

describe('names of what is not there', () => {
  const emitting = (event: string) => ({
    events: { DoorOpened: door },
    commands: { OpenDoor: { fields: { doorId: 'string', size: 'int' }, emits: [event] } },
  });

  it('are taken for what was probably meant, or added', () => {
    expect(labelsFor(emitting('DoorOpend'), 'unknown-event')).toEqual([
      'Use “DoorOpened”',
      'Add the event “DoorOpend”',
    ]);
    expect(labelsFor(emitting('Locked'), 'unknown-event')).toEqual(['Add the event “Locked”']);
  });

  it('are renamed among the events of a projection, in their place', () => {
    const constraints = {
      Few: { projections: { n: { initial: 0, on: { DoorOpend: 'state + 1' } } }, rule: 'n < 3' },
    };
    const mended = fix({ events: { DoorOpened: door }, constraints }, 'unknown-event', 'Use “DoorOpened”');
    expect(mended['constraints']).toEqual({
      Few: { projections: { n: { initial: 0, on: { DoorOpened: 'state + 1' } } }, rule: 'n < 3' },
    });
  });

  it('are never added where every object has them', () => {
    expect(labelsFor(emitting('toString'), 'unknown-event')).toEqual(['Add the event “toString”']);
    const mended = fix(emitting('toString'), 'unknown-event', 'Add the event “toString”');
    expect(Object.keys(mended['events'] as object)).toEqual(['DoorOpened', 'toString']);
  });
});

describe('what a command lacks', () => {
  const model = {
    events: { DoorOpened: door },
    constraints: {
      DoorIsNew: {
        parameters: { doorId: 'string' },
        projections: { there: { tags: { door: 'doorId' }, initial: false, on: { DoorOpened: 'true' } } },
        rule: '!there',
      },
    },
    commands: { OpenDoor: { fields: { doorid: 'string' }, checks: ['DoorIsNew'], emits: ['DoorOpened'] } },
  };

  it('is taken from a field that is called alike, or added with its type', () => {
    expect(labelsFor(model, 'missing-argument')).toEqual([
      'Take it from “doorid”',
      'Add “doorId” to OpenDoor',
    ]);
    const taken = fix(model, 'missing-argument', 'Take it from “doorid”');
    expect(taken['commands']).toMatchObject({
      OpenDoor: { checks: [{ constraint: 'DoorIsNew', with: { doorId: 'command.doorid' } }] },
    });
    const document = makeDocument(model);
    const labels = diagnose(document)
      .filter(({ code }) => code === 'unfilled-field')
      .map((finding) => fixesFor(finding, document).map(({ label }) => label));
    expect(labels).toEqual([
      ['Take it from “doorid”', 'Add “doorId” to OpenDoor'],
      ['Add “size” to OpenDoor'],
    ]);
  });

  it('is an event called after it, with its fields, to the right of it', () => {
    const canvas = { places: { 'command:OpenDoor': { x: 0, y: 40 } } };
    const commands = { OpenDoor: { fields: { doorId: 'string' } } };
    const mended = fix({ commands, canvas }, 'command-without-events', 'Emit a new event “DoorOpened”');
    expect(mended).toMatchObject({
      events: { DoorOpened: { fields: { doorId: 'string' } } },
      commands: { OpenDoor: { emits: ['DoorOpened'] } },
      canvas: { places: { 'event:DoorOpened': { x: 184, y: 40 } } },
    });
  });

  it('is an event that is there already', () => {
    const commands = { OpenDoor: {} };
    expect(labelsFor({ commands, events: { DoorOpened: {} } }, 'command-without-events')).toEqual([
      'Emit “DoorOpened”',
    ]);
  });
});

describe('examples', () => {
  const model = {
    events: { DoorOpened: door },
    commands: { OpenDoor: { fields: { doorId: 'string', size: 'int' }, emits: ['DoorOpened'] } },
  };

  it('are finished with a command and what it emits', () => {
    const mended = fix({ ...model, examples: [{ name: 'one' }] }, 'unfinished-example', 'Run OpenDoor');
    const data = { doorId: 'd1', size: 1 };
    expect(mended['examples']).toEqual([
      {
        name: 'one',
        when: { command: 'OpenDoor', data },
        // biome-ignore lint/suspicious/noThenProperty: given / when / then are the format's words.
        then: { events: [{ event: 'DoorOpened', data }] },
      },
    ]);
    expect(diagnose(mended)).toEqual([]);
  });

  it('have values made to fit', () => {
    const given = [{ event: 'DoorOpened', data: { doorId: 7, size: '3' } }];
    const wrong = makeDocument({ ...model, examples: [{ name: 'one', given }] });
    const labels = diagnose(wrong)
      .filter(({ code }) => code === 'wrong-value')
      .map((finding) => fixesFor(finding, wrong).map(({ label }) => label));
    expect(labels).toEqual([['Make it “7”'], ['Make it 3']]);
  });
});

describe('expressions', () => {
  const constraints = (rule: string) => ({
    events: { DoorOpened: door },
    constraints: {
      Few: { projections: { taken: { initial: 0, on: { DoorOpened: 'state + event.sise' } } }, rule },
    },
  });

  it('get the name that was probably meant', () => {
    const mended = fix(constraints('takn < 3'), 'cel-unknown-name', 'Write “taken”');
    expect(mended['constraints']).toMatchObject({ Few: { rule: 'taken < 3' } });
    const field = fix(constraints('taken < 3'), 'cel-unknown-field', 'Write “size”');
    expect(diagnose(field).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('are left alone when they changed since', () => {
    const document = makeDocument(constraints('takn < 3'));
    const [remedy] = fixesFor(find(document, 'cel-unknown-name'), document);
    const other = makeDocument(constraints('taken <= takn'));
    expect(remedy?.edit(other)).toBe(other);
  });

  it('are taken out where they are empty and none is needed', () => {
    expect(labelsFor(constraints(''), 'cel-syntax')).toEqual(['Take it out']);
  });
});
