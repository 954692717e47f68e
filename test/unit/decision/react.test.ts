import { describe, expect, it } from 'vitest';
import { compileModel } from '../../../src/decision/compile.ts';
import { makeFact } from '../../../src/decision/make-fact.ts';
import { prepareReaction, reactTo } from '../../../src/decision/react.ts';
import type { Model } from '../../../src/model/schema.ts';

const MODEL: Model = {
  ambit: '1.0',
  name: 'Shop',
  events: { Ordered: { fields: { id: 'string', count: 'int', due: 'string' } }, Paid: {} },
  commands: {
    Hold: { fields: { id: 'string', seats: 'int' } },
    Remind: { fields: { id: 'string', at: 'timestamp' } },
  },
  policies: {
    HoldSeats: { on: ['Ordered'], issues: 'Hold', with: { id: 'event.id', seats: 'event.count * 2' } },
    OnlyMany: { on: ['Ordered'], when: 'event.count > 5', issues: 'Hold', with: { id: 'event.id' } },
    RemindLater: { on: ['Ordered', 'Paid'], issues: 'Remind', with: { at: 'event.due' } },
    Nothing: { on: ['Ordered'], issues: 'Missing' },
  },
};

function reactionsTo(type: string, data: { readonly [field: string]: string | number }) {
  const model = compileModel(MODEL);
  const event = model.events.get(type);
  if (event === undefined) throw new Error(`there is no event ${type}`);
  return { model, reactions: reactTo(model, makeFact(event, data)) };
}

describe('policies react to an event', () => {
  it('P3 each policy that names the type issues its command with data made from the event', () => {
    const { reactions } = reactionsTo('Ordered', { id: 'o1', count: 2, due: '2000-01-02T00:00:00Z' });
    expect(reactions.map(({ policy, issues, data }) => [policy.name, issues.name, data])).toEqual([
      ['HoldSeats', 'Hold', { id: 'o1', seats: 4 }],
      ['RemindLater', 'Remind', { at: '2000-01-02T00:00:00Z' }],
    ]);
  });

  it('P3 a policy with a condition reacts only when it is true', () => {
    const { reactions } = reactionsTo('Ordered', { id: 'o1', count: 6, due: '' });
    expect(reactions.map(({ policy }) => policy.name)).toContain('OnlyMany');
  });

  it('P5 an expression that fails makes the command an error that names it', () => {
    const { model, reactions } = reactionsTo('Paid', {});
    const [reaction] = reactions;
    if (reaction === undefined) throw new Error('RemindLater does not react');
    const { failure, checks } = prepareReaction(model, reaction, '2000-01-01T00:00:00Z');
    expect(failure).toMatchObject({ at: '/policies/RemindLater/with/at', expression: 'event.due' });
    expect(checks).toEqual([]);
  });

  it('P5 data that does not fit the fields of the command does, too', () => {
    const { model, reactions } = reactionsTo('Ordered', { id: 'o1', count: 2, due: 'soon' });
    const reaction = reactions.find(({ policy }) => policy.name === 'RemindLater');
    if (reaction === undefined) throw new Error('RemindLater does not react');
    expect(prepareReaction(model, reaction, '2000-01-01T00:00:00Z').failure?.message).toContain('"soon"');
  });
});
