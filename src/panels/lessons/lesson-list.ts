import type { Lesson, LessonId } from './lesson.ts';

/** A lesson as it is listed. */
export interface LessonEntry {
  readonly id: LessonId;
  readonly number: number;
  /** How many steps it has. */
  readonly steps: number;
  readonly title: string;
  /** One line on what it is about. */
  readonly about: string;
  readonly load: () => Promise<Lesson>;
}

/** All lessons; what they say is fetched when one is started. */
export const LESSONS: readonly LessonEntry[] = [
  {
    id: 'course-subscriptions',
    number: 1,
    steps: 9,
    title: 'An event is just a fact',
    about: 'Courses, students, and one fact that two rules need',
    load: async () => (await import('./content/course-subscriptions.ts')).courseSubscriptions,
  },
  {
    id: 'library',
    number: 2,
    steps: 9,
    title: 'Smaller boundaries',
    about: 'A number for every book, and who has to wait for it',
    load: async () => (await import('./content/library.ts')).library,
  },
  {
    id: 'interest',
    number: 3,
    steps: 9,
    title: 'One log for everything',
    about: 'A bank that is never wrong, and what that costs',
    load: async () => (await import('./content/interest.ts')).interest,
  },
  {
    id: 'unique-email',
    number: 4,
    steps: 8,
    title: 'One address, one owner',
    about: 'A rule across all users, with streams and with tags',
    load: async () => (await import('./content/unique-email.ts')).uniqueEmail,
  },
  {
    id: 'locked-issue',
    number: 5,
    steps: 9,
    title: 'How strict is “no more”?',
    about: 'A comment a second after the lock, and who decides whether that matters',
    load: async () => (await import('./content/locked-issue.ts')).lockedIssue,
  },
  {
    id: 'orders-seats-payment',
    number: 6,
    steps: 9,
    title: 'A chain of small decisions',
    about: 'Orders, seats and money, and two changes of mind',
    load: async () => (await import('./content/orders-seats-payment.ts')).ordersSeatsPayment,
  },
  {
    id: 'confirmation-mail',
    number: 7,
    steps: 8,
    title: 'Mails, and views that are late',
    about: 'What cannot be taken back, and what may be out of date',
    load: async () => (await import('./content/confirmation-mail.ts')).confirmationMail,
  },
];

/** The lesson of an id, as an address may name it. */
export function findLesson(id: string): LessonEntry | undefined {
  return LESSONS.find((lesson) => lesson.id === id);
}
