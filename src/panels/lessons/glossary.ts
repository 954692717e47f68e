/** The words that a lesson explains where they come up, in words that need no other word explained first. */
export const GLOSSARY: { readonly [word: string]: string } = {
  aggregate:
    'A frame that somebody drew around events. For each value of its tag it has one stream, such as Course-c1.',
  boundary: 'All the events that a decision depends on: what its rules read.',
  command: 'What somebody asks for. Either its rules agree and events are written, or it is refused.',
  event: 'A fact that happened. It is stored for good and never changed.',
  guard: 'What the store checks at the moment of writing, to find out whether a decision still holds.',
  lock: 'Whoever holds it may go on; everybody else who wants it waits.',
  log: 'All events in the order in which they were stored. Each has a position: 1, 2, 3 and so on.',
  policy: 'Whenever a certain event has happened, it asks for a certain command.',
  race: 'Several commands that run at the same time.',
  'read model': 'Something to look up, worked out from events.',
  saga: 'A command that writes one stream after the other, each with a check of its own.',
  schedule: 'One order in which the steps of the commands can happen: who reads when, who writes when.',
  stream:
    'The events of one thing, such as one course, kept together. A store can tell whether it has grown.',
  tag: 'A small label on an event that says whom or what it is about, such as course:c1.',
};
