import { describe, expect, it } from 'vitest';
import type { StrategyId } from '../../../src/strategies/program.ts';
import { compileShipped, exploreRace } from './shipped-model.ts';

/** Tells a model's race under a strategy: in how many of its schedules each verdict but `safe` occurs, and a violation. */
function tellRacesOf(name: string) {
  const model = compileShipped(name);
  return (title: string, strategy: StrategyId): string => {
    const race = model.model.races?.find((candidate) => candidate.name === title);
    if (race === undefined) throw new Error(`${name} has no race called ${title}`);
    const { schedules, verdicts, violations, outcomes } = exploreRace(model, race, strategy);
    const told = Object.entries(verdicts).filter(([verdict]) => verdict !== 'safe');
    const parts = told.map(([verdict, count]) => `${verdict} ${count.schedules}`);
    if (violations !== '0') parts.push(`violation ${violations}`);
    if (outcomes.partial !== undefined) parts.push(`partial ${outcomes.partial}`);
    return `${parts.join(', ') || 'safe'} of ${schedules}`;
  };
}

describe('course subscriptions', () => {
  const tell = tellRacesOf('course-subscriptions');

  it('the last seat is stopped rightly by streams and tags alike, and oversold without a guard', () => {
    expect(tell('The last seat', 'unguarded')).toBe('missedConflict 4, violation 4 of 6');
    expect(tell('The last seat', 'stream-version')).toBe('conflict 4 of 6');
    expect(tell('The last seat', 'tag-condition')).toBe('conflict 4 of 6');
  });

  it.each([
    ['unguarded', 'missedConflict 4, violation 4 of 6'],
    ['log-version', 'conflict 4 of 6'],
    ['log-lock', 'neededWait 4 of 6'],
    ['stream-version', 'missedConflict 4, violation 4 of 6'],
    ['stream-saga', 'missedConflict 4, violation 4 of 6'],
    ['tag-condition', 'conflict 4 of 6'],
    ['tag-lock', 'neededWait 4 of 6'],
  ] as const)('the last course a student may take comes out under %s as in the drawing', (strategy, told) => {
    expect(tell('The last course a student may take', strategy)).toBe(told);
  });

  it('two changes of capacity are stopped for nothing by streams and let through by tags', () => {
    expect(tell('Two changes of capacity', 'stream-version')).toBe('falseConflict 4 of 6');
    expect(tell('Two changes of capacity', 'tag-condition')).toBe('safe of 6');
  });

  it('with seats for everybody, streams and tags both stop for nothing', () => {
    expect(tell('Seats for everybody', 'stream-version')).toBe('falseConflict 4 of 6');
    expect(tell('Seats for everybody', 'tag-condition')).toBe('falseConflict 4 of 6');
  });

  it('two students in two courses are only stopped by a guard over the whole log', () => {
    expect(tell('Two students, two courses', 'log-version')).toBe('falseConflict 4 of 6');
    expect(tell('Two students, two courses', 'stream-version')).toBe('safe of 6');
    expect(tell('Two students, two courses', 'tag-condition')).toBe('safe of 6');
  });

  it('the last two seats break no rule unguarded, and are a missed conflict all the same', () => {
    expect(tell('The last two seats', 'unguarded')).toBe('missedConflict 4 of 6');
    expect(tell('The last two seats', 'tag-condition')).toBe('conflict 4 of 6');
  });

  it('a lower limit is missed by streams and by tag locks, and stopped by a tag condition', () => {
    const race = 'A lower limit arrives while the student subscribes';
    expect(tell(race, 'stream-version')).toBe('missedConflict 2, violation 2 of 6');
    expect(tell(race, 'tag-lock')).toBe('missedConflict 6, violation 6 of 20');
    expect(tell(race, 'tag-condition')).toBe('conflict 2 of 6');
  });

  it('three students and one seat meet in nearly every schedule', () => {
    expect(tell('Three students, one seat', 'unguarded')).toBe('missedConflict 60, violation 60 of 66');
    expect(tell('Three students, one seat', 'tag-condition')).toBe('conflict 60 of 66');
  });
});

describe('course subscriptions, stored twice', () => {
  const tell = tellRacesOf('course-subscriptions-dual');

  it.each([
    'The last course a student may take',
    'The last course a student may take, one event in two streams',
  ])(
    '%s: both streams at once stop it, stream after stream leaves half a subscription in every schedule',
    (race) => {
      expect(tell(race, 'stream-version')).toBe('conflict 4 of 6');
      expect(tell(race, 'stream-saga')).toBe('conflict 40, partial 70 of 70');
    },
  );

  it('the last seat leaves no half behind, because the course comes first', () => {
    expect(tell('The last seat', 'stream-saga')).toBe('conflict 12 of 18');
  });

  it('the second copy costs false conflicts, and half subscriptions in a saga', () => {
    const race = 'One student, two courses, slots for both';
    expect(tell(race, 'stream-version')).toBe('falseConflict 4 of 6');
    expect(tell(race, 'stream-saga')).toBe('falseConflict 40, partial 40 of 70');
  });

  it('a bigger room stops a student for nothing', () => {
    expect(tell('A bigger room while a student subscribes', 'stream-version')).toBe('falseConflict 4 of 6');
    expect(tell('A bigger room while a student subscribes', 'tag-condition')).toBe('falseConflict 2 of 6');
  });

  it('a lower limit no longer slips past the streams, but still past a tag lock', () => {
    const race = 'A lower limit arrives while the student subscribes';
    expect(tell(race, 'stream-version')).toBe('conflict 2, falseConflict 2 of 6');
    expect(tell(race, 'tag-lock')).toBe('missedConflict 6, violation 6 of 20');
  });

  it('tried again, a transaction ends without halves and a saga does not', () => {
    expect(tell('The last course, tried again', 'stream-version')).toBe('conflict 4 of 6');
    expect(tell('The last course, tried again', 'stream-saga')).toBe('conflict 40, partial 70 of 70');
  });

  it('a smaller room meets two students: tags stop fewer for nothing than streams', () => {
    const race = 'Two students and a smaller room';
    expect(tell(race, 'stream-version')).toBe('conflict 16, falseConflict 68 of 90');
    expect(tell(race, 'tag-condition')).toBe('conflict 32, falseConflict 40 of 90');
  });
});

describe('the library', () => {
  const tell = tellRacesOf('library');

  it('numbered overall, two categories collide under tags and get the same number twice under streams', () => {
    expect(tell('Two categories, numbered overall', 'tag-condition')).toBe('conflict 4 of 6');
    expect(tell('Two categories, numbered overall', 'stream-version')).toBe('missedConflict 4 of 6');
  });

  it('numbered per category, two categories never collide', () => {
    expect(tell('Two categories, numbered per category', 'tag-condition')).toBe('safe of 6');
    expect(tell('Two categories, numbered per category', 'stream-version')).toBe('safe of 6');
    expect(tell('Two categories, numbered per category', 'log-version')).toBe('falseConflict 4 of 6');
  });

  it('within one category the number is contested, and a lock turns the conflict into a wait', () => {
    expect(tell('Two books in one category', 'tag-condition')).toBe('conflict 4 of 6');
    expect(tell('Two books in one category', 'tag-lock')).toBe('neededWait 4 of 6');
  });

  it('two editions from the same one are only stopped by the stream of the book', () => {
    expect(tell('Two editions from the same one', 'stream-version')).toBe('falseConflict 4 of 6');
    expect(tell('Two editions from the same one', 'tag-condition')).toBe('safe of 6');
  });

  it('an edition of a book that is leaving slips past the streams', () => {
    expect(tell('An edition of a book that is leaving', 'stream-version')).toBe(
      'missedConflict 2, violation 2 of 6',
    );
    expect(tell('An edition of a book that is leaving', 'tag-condition')).toBe('conflict 2 of 6');
  });

  it('three books collide in nearly every schedule when numbered overall, and in none per category', () => {
    const overall = 'Three books in three categories, numbered overall';
    const perCategory = 'Three books in three categories, each numbered on its own';
    expect(tell(overall, 'tag-condition')).toBe('conflict 84 of 90');
    expect(tell(overall, 'stream-version')).toBe('missedConflict 84 of 90');
    expect(tell(perCategory, 'tag-condition')).toBe('safe of 90');
    expect(tell(perCategory, 'stream-version')).toBe('safe of 90');
  });
});

describe('the library, two events for one fact', () => {
  const tell = tellRacesOf('library-dual-events');

  it('two editions from the same one are stopped for nothing, because of the second event', () => {
    expect(tell('Two editions from the same one', 'stream-version')).toBe('falseConflict 4 of 6');
    expect(tell('Two editions from the same one', 'tag-condition')).toBe('falseConflict 4 of 6');
  });

  it('one name for two editions leaves half a fact when written stream after stream', () => {
    expect(tell('One name for editions of two books', 'stream-version')).toBe('conflict 4 of 6');
    expect(tell('One name for editions of two books', 'stream-saga')).toBe('conflict 40, partial 70 of 70');
  });

  it('two first editions leave no half behind, because the book comes first', () => {
    expect(tell('Two first editions', 'stream-saga')).toBe('conflict 12 of 18');
  });

  it('publishing one edition does not touch the start of the next', () => {
    const race = 'Publishing one edition while the next is started';
    expect(tell(race, 'stream-version')).toBe('safe of 6');
    expect(tell(race, 'tag-condition')).toBe('safe of 6');
  });

  it('an edition of a book that is leaving slips past both copies', () => {
    const race = 'An edition of a book that is leaving';
    expect(tell(race, 'stream-version')).toBe('missedConflict 2, violation 2 of 6');
    expect(tell(race, 'stream-saga')).toBe('missedConflict 2, violation 2 of 15');
    expect(tell(race, 'tag-condition')).toBe('conflict 2 of 6');
  });

  it('with a withdrawal among two editions, streams stop for nothing and miss', () => {
    const race = 'Two editions and a withdrawal';
    expect(tell(race, 'stream-version')).toBe(
      'conflict 28, falseConflict 20, missedConflict 28, violation 28 of 82',
    );
    expect(tell(race, 'tag-condition')).toBe('conflict 44, falseConflict 20 of 82');
  });
});

describe('interest', () => {
  const tell = tellRacesOf('interest');

  it('a deposit slips past the stream of the calculation, and past a tag lock', () => {
    const race = 'A deposit while interest is calculated';
    expect(tell(race, 'stream-version')).toBe('missedConflict 2 of 6');
    expect(tell(race, 'tag-lock')).toBe('missedConflict 6 of 20');
    expect(tell(race, 'tag-condition')).toBe('conflict 2 of 6');
    expect(tell(race, 'log-version')).toBe('conflict 2, falseConflict 2 of 6');
    expect(tell(race, 'log-lock')).toBe('neededWait 2, needlessWait 2 of 6');
  });

  it('the same period is calculated twice only without a guard', () => {
    expect(tell('The same period twice', 'unguarded')).toBe('missedConflict 4, violation 4 of 6');
    for (const strategy of ['log-version', 'stream-version', 'tag-condition'] as const) {
      expect(tell('The same period twice', strategy)).toBe('conflict 4 of 6');
    }
  });

  it('one log makes two accounts wait for each other', () => {
    expect(tell('Two counters, two accounts', 'log-lock')).toBe('needlessWait 4 of 6');
    expect(tell('Two counters, two accounts', 'log-version')).toBe('falseConflict 4 of 6');
    expect(tell('Two counters, two accounts', 'tag-condition')).toBe('safe of 6');
  });

  it('two deposits into one account are stopped for nothing by its stream', () => {
    expect(tell('Two deposits into one account', 'stream-version')).toBe('falseConflict 4 of 6');
    expect(tell('Two deposits into one account', 'tag-condition')).toBe('safe of 6');
  });

  it('a transfer is whole in one transaction and may be half a transfer in a saga', () => {
    expect(tell('A transfer and a withdrawal', 'stream-version')).toBe('conflict 4 of 6');
    expect(tell('A transfer and a withdrawal', 'stream-saga')).toBe('conflict 8, partial 10 of 15');
  });

  it('closing a period at a busy counter is missed by streams and stopped by tags', () => {
    expect(tell('Closing a period at a busy counter', 'stream-version')).toBe('missedConflict 44 of 90');
    expect(tell('Closing a period at a busy counter', 'tag-condition')).toBe('conflict 44 of 90');
    expect(tell('Closing a period at a busy counter', 'log-version')).toBe(
      'conflict 40, falseConflict 68 of 90',
    );
  });
});

describe('unique e-mail', () => {
  const tell = tellRacesOf('unique-email');

  it('one address gets two owners with a stream per user, and one with a stream per address', () => {
    expect(tell('One address, a stream per user', 'stream-version')).toBe(
      'missedConflict 4, violation 4 of 6',
    );
    expect(tell('One address, a stream per address', 'stream-version')).toBe('conflict 4 of 6');
  });

  it('tags stop the second owner either way', () => {
    expect(tell('One address, a stream per user', 'tag-condition')).toBe('conflict 4 of 6');
    expect(tell('One address, a stream per address', 'tag-condition')).toBe('conflict 4 of 6');
  });

  it('moving to an address that somebody registers slips past the streams', () => {
    const race = 'Moving to an address that somebody registers';
    expect(tell(race, 'stream-version')).toBe('missedConflict 4, violation 4 of 6');
    expect(tell(race, 'tag-condition')).toBe('conflict 4 of 6');
  });

  it('a new name and a new address are stopped for nothing by the stream of the user', () => {
    expect(tell('A new name and a new address', 'stream-version')).toBe('falseConflict 4 of 6');
    expect(tell('A new name and a new address', 'tag-condition')).toBe('safe of 6');
  });

  it('of three claims for one address, guards let one through', () => {
    expect(tell('Three claims for one address', 'unguarded')).toBe('missedConflict 60, violation 60 of 66');
    expect(tell('Three claims for one address', 'stream-version')).toBe('conflict 60 of 66');
    expect(tell('Three claims for one address', 'tag-condition')).toBe('conflict 60 of 66');
  });

  it("the provider's number is given to two members under streams", () => {
    const race = 'One customer number for two members';
    expect(tell(race, 'stream-version')).toBe('missedConflict 4, violation 4 of 6');
    expect(tell(race, 'tag-condition')).toBe('conflict 4 of 6');
  });
});

describe('the locked issue', () => {
  const tell = tellRacesOf('locked-issue');
  const guarded = ['stream-version', 'tag-condition'] as const;

  it.each(guarded)('strictly, a comment after the lock is a conflict under %s', (strategy) => {
    expect(tell('A comment meets the lock, strictly', strategy)).toBe('conflict 2 of 6');
  });

  it.each(guarded)(
    'relaxed, a comment after the lock is tolerated and nothing is stopped under %s',
    (strategy) => {
      expect(tell('A comment meets the lock, relaxed', strategy)).toBe('tolerated 2 of 6');
    },
  );

  it('strictly, a tag lock misses it all the same, because locking the issue takes no lock', () => {
    expect(tell('A comment meets the lock, strictly', 'tag-lock')).toBe(
      'missedConflict 6, violation 6 of 20',
    );
  });

  it('strict comments are in the way of each other under streams, relaxed ones are not', () => {
    expect(tell('Two comments, strictly', 'stream-version')).toBe('falseConflict 4 of 6');
    expect(tell('Two comments, strictly', 'tag-condition')).toBe('safe of 6');
    expect(tell('Two comments, relaxed', 'stream-version')).toBe('safe of 6');
    expect(tell('Two comments, relaxed', 'tag-condition')).toBe('safe of 6');
  });

  it('an issue for somebody who is leaving slips past the streams', () => {
    expect(tell('An issue for somebody who is leaving', 'stream-version')).toBe(
      'missedConflict 2, violation 2 of 6',
    );
    expect(tell('An issue for somebody who is leaving', 'tag-condition')).toBe('conflict 2 of 6');
  });

  it.each(guarded)('two comments and the lock, relaxed, are tolerated or safe under %s', (strategy) => {
    expect(tell('Two comments and the lock, relaxed', strategy)).toBe('tolerated 44 of 82');
  });
});

describe('seats, orders, payment', () => {
  const tell = tellRacesOf('orders-seats-payment');

  it('the last two seats are promised twice without a guard', () => {
    expect(tell('The last two seats', 'unguarded')).toBe('missedConflict 4 of 6');
    expect(tell('The last two seats', 'stream-version')).toBe('conflict 4 of 6');
  });

  it('the owner of an accepted payment decides whether streams see a cancellation', () => {
    const inOrder = 'The money arrives while the customer cancels';
    const inFinance = 'The money arrives in finance while the customer cancels';
    expect(tell(inOrder, 'stream-version')).toBe('conflict 4 of 6');
    expect(tell(inFinance, 'stream-version')).toBe('missedConflict 4, violation 4 of 6');
    expect(tell(inOrder, 'tag-condition')).toBe('conflict 4 of 6');
    expect(tell(inFinance, 'tag-condition')).toBe('conflict 4 of 6');
  });

  it('a coarse event stops the ticket for nothing under tags, a fine one does not', () => {
    const coarse = 'A new name while the ticket goes out, one coarse event';
    const fine = 'A new name while the ticket goes out, fine events';
    expect(tell(coarse, 'tag-condition')).toBe('falseConflict 2 of 6');
    expect(tell(fine, 'tag-condition')).toBe('safe of 6');
    expect(tell(fine, 'stream-version')).toBe('falseConflict 4 of 6');
  });

  it('a policy asks for money while the customer cancels: streams do not see it, tags do', () => {
    const race = 'The money is asked for while the customer cancels';
    expect(tell(race, 'stream-version')).toBe('missedConflict 12, violation 12 of 39');
    expect(tell(race, 'tag-condition')).toBe('conflict 12 of 39');
    expect(tell(race, 'log-version')).toBe('conflict 6, falseConflict 12 of 27');
  });

  it('three orders with seats for all are stopped for nothing', () => {
    expect(tell('Three orders, seats for all', 'stream-version')).toBe('falseConflict 84 of 90');
    expect(tell('Three orders, seats for all', 'tag-condition')).toBe('falseConflict 84 of 90');
  });
});

describe('confirmation mails', () => {
  const tell = tellRacesOf('confirmation-mail');

  it('two workers send two mails under streams, unless they mean the same mail', () => {
    expect(tell('Two workers, two ids', 'stream-version')).toBe('missedConflict 4, violation 4 of 6');
    expect(tell('Two workers, one id', 'stream-version')).toBe('conflict 4 of 6');
    expect(tell('Two workers, two ids', 'tag-condition')).toBe('conflict 4 of 6');
  });

  it('a mail to an address that is changing slips past the streams', () => {
    const race = 'The address changes while the mail is asked for';
    expect(tell(race, 'stream-version')).toBe('missedConflict 2, violation 2 of 6');
    expect(tell(race, 'tag-condition')).toBe('conflict 2 of 6');
  });

  it('a new name while the address is confirmed is stopped for nothing by the stream of the user', () => {
    expect(tell('A new name while the address is confirmed', 'stream-version')).toBe('falseConflict 4 of 6');
    expect(tell('A new name while the address is confirmed', 'tag-condition')).toBe('safe of 6');
  });

  it('of three windows, tags stop only the two that clash', () => {
    const race = 'Confirm, rename and move at once';
    expect(tell(race, 'stream-version')).toBe('conflict 22, falseConflict 68 of 85');
    expect(tell(race, 'tag-condition')).toBe('conflict 30 of 85');
  });
});

describe('whoever is stopped and tries again gets an answer', () => {
  it.each([
    ['course-subscriptions', 'The last seat, tried again', { accepted: '6', rejected: '6' }],
    ['course-subscriptions-dual', 'The last course, tried again', { accepted: '6', rejected: '6' }],
    ['library', 'Two books in one category, tried again', { accepted: '12' }],
    ['library-dual-events', 'Two editions from the same one, tried again', { accepted: '12' }],
    ['interest', 'Two withdrawals, tried again', { accepted: '6', rejected: '6' }],
    ['unique-email', 'One address, tried again', { accepted: '6', rejected: '6' }],
    ['locked-issue', 'Two comments, tried again', { accepted: '12' }],
    ['orders-seats-payment', 'The last two seats, tried again', { accepted: '12' }],
    ['confirmation-mail', 'Two workers, tried again', { accepted: '6', rejected: '6' }],
  ])('%s: %s', (name, title, outcomes) => {
    const model = compileShipped(name);
    const race = model.model.races?.find((candidate) => candidate.name === title);
    expect(race && exploreRace(model, race, 'tag-condition').outcomes).toEqual(outcomes);
  });
});
