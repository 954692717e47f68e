import { describe, expect, it } from 'vitest';
import type { Model } from '../../../../../src/model/schema.ts';
import {
  scopeForCommand,
  scopeForEvent,
  scopeForFilter,
  scopeForProjection,
  scopeForRule,
} from '../../../../../src/panels/inspector/expression/scope.ts';

const model: Model = {
  ambit: '1.0',
  name: 'M',
  events: { CourseDefined: { fields: { courseId: 'string', 'room no': 'int', state: ['open', 'shut'] } } },
  constraints: {
    Seats: {
      parameters: { courseId: 'string' },
      projections: {
        taken: { initial: 0, on: { CourseDefined: 'state + 1' } },
        titles: { description: 'All of them', initial: [] },
      },
    },
  },
  commands: {
    Subscribe: {
      fields: { courseId: 'string' },
      checks: ['Seats', { constraint: 'Gone', each: 'command.x' }],
    },
  },
};

function tell(names: readonly { readonly label: string; readonly detail: string }[]): readonly string[] {
  return names.map(({ label, detail }) => `${label} ${detail}`);
}

describe('the names an expression may use', () => {
  it('are for a rule the values, the parameters, the command and the time', () => {
    expect(tell(scopeForRule(model, 'Seats'))).toEqual([
      'taken int',
      'titles list',
      'courseId string',
      'command any command',
      'now timestamp',
    ]);
    expect(scopeForRule(model, 'Seats').map(({ info }) => info)).toContain('From CourseDefined');
  });

  it('are for a filter the parameters alone', () => {
    expect(tell(scopeForFilter(model, 'Seats'))).toEqual(['courseId string']);
  });

  it('are for a step the state, the event with its fields, the parameters and both times', () => {
    expect(tell(scopeForProjection(model, 'Seats', 'taken', 'CourseDefined'))).toEqual([
      'state int',
      'event CourseDefined',
      'event.courseId string',
      'event["room no"] int',
      'event.state "open" | "shut"',
      'courseId string',
      'time timestamp',
      'now timestamp',
    ]);
  });

  it('are for emitted data the command and what its checks found', () => {
    expect(tell(scopeForCommand(model, 'Subscribe'))).toEqual([
      'command Subscribe',
      'command.courseId string',
      'now timestamp',
      'Seats.taken int',
      'Seats.titles list',
    ]);
  });

  it('are few for what is not there', () => {
    expect(tell(scopeForEvent(model, 'toString'))).toEqual(['event toString']);
    expect(tell(scopeForRule(model, 'constructor'))).toEqual(['command any command', 'now timestamp']);
  });
});
