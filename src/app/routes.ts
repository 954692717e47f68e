/** What the address says to show. */
export type Route =
  | { readonly kind: 'home' }
  | { readonly kind: 'boards' }
  /** A board of this browser; `view` says what its lab shows, as the lab writes it. */
  | { readonly kind: 'board'; readonly id: string; readonly view: string }
  /** A lesson; without a step, at the one that the learner has come to. */
  | {
      readonly kind: 'lesson';
      readonly id: string;
      /** Counted from 1. */
      readonly step: number | null;
      readonly isTeacher: boolean;
    }
  /** A whole model, in the address itself. */
  | { readonly kind: 'link'; readonly fragment: string; readonly view: string };

export type LessonRoute = Extract<Route, { readonly kind: 'lesson' }>;

/** Reads the part of the address after its `#`; anything unknown leads home. */
export function parseRoute(hash: string): Route {
  const end = hash.indexOf('?');
  const [path, view] = end === -1 ? [hash, ''] : [hash.slice(0, end), hash.slice(end + 1)];
  if (path.startsWith('#/m/')) return { kind: 'link', fragment: path, view };
  if (path === '#/boards') return { kind: 'boards' };
  const lesson = /^#\/lesson\/([\w-]+)$/.exec(path)?.[1];
  if (lesson !== undefined) return parseLesson(lesson, new URLSearchParams(view));
  const id = /^#\/board\/([\w-]+)$/.exec(path)?.[1];
  return id === undefined ? { kind: 'home' } : { kind: 'board', id, view };
}

function parseLesson(id: string, asked: URLSearchParams): Route {
  const step = Number(asked.get('step'));
  return {
    kind: 'lesson',
    id,
    step: Number.isInteger(step) && step > 0 ? step : null,
    isTeacher: asked.get('teacher') === '1',
  };
}

/** The address of a lesson, at a step counted from 1. */
export function lessonAddress(id: string, step: number | null = null, isTeacher = false): string {
  const parts = [...(step === null ? [] : [`step=${step}`]), ...(isTeacher ? ['teacher=1'] : [])];
  return withView(`#/lesson/${id}`, parts.join('&'));
}

/** The address of a board on this page, and of what its lab shows. */
export function addressOf(id: string, view = ''): string {
  return withView(`#/board/${id}`, view);
}

/** An address that leads to a view of what it leads to anyway. */
export function withView(address: string, view: string): string {
  return view === '' ? address : `${address}?${view}`;
}

/** Goes to an address, so that Back leads here again. */
export function goTo(hash: string): void {
  location.hash = hash;
}

/** Goes to an address in place of this one, which is not worth coming back to. */
export function replaceWith(hash: string): void {
  location.replace(hash);
}
