import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileModel } from '../../../../src/decision/compile.ts';
import { runExamples } from '../../../../src/decision/run-examples.ts';
import { importDcb } from '../../../../src/interchange/dcb/import-dcb.ts';

// The documents are another project's, under a licence of their own, so that they are no part of this repository.
const folder = path.resolve('../shared/data/dcb-events');
const isThere = existsSync(folder);
if (!isThere) console.log(`skipped: the course documents of dcb.events are not at ${folder}`);

describe.skipIf(!isThere)('the course documents of dcb.events', () => {
  const files = (isThere ? readdirSync(folder) : [])
    .filter((name) => name.endsWith('.dcb.json'))
    .map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }));
  const { model, diagnostics } = importDcb(files);
  const compiled = compileModel(model ?? { ambit: '1.0', name: 'nothing' });

  it('import with one warning: the field that document 02 uses without declaring it', () => {
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ['dcb-undeclared', 'warning'],
    ]);
    expect(diagnostics[0]?.message).toContain('"courseId"');
  });

  it('give a model without a fault in its expressions', () => {
    expect(compiled.diagnostics).toEqual([]);
  });

  it('give nine examples, all of which pass', () => {
    const results = runExamples(compiled);
    expect(results.filter(({ passed }) => !passed)).toEqual([]);
    expect(results).toHaveLength(9);
  });

  it('give constraints whose names say what they demand', () => {
    expect(Object.keys(model?.constraints ?? {})).toEqual([
      'CourseDoesNotExist',
      'CourseExists',
      'CourseCapacityDiffersFromNewCapacity',
      'NumberOfCourseSubscriptionsBelowCourseCapacity',
      'StudentNotSubscribed',
      'NumberOfStudentSubscriptionsBelow5',
    ]);
  });
});
