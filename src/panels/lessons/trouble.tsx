import type { Asked } from './use-scene.ts';

/** What is said while the engine works, or where it cannot answer on this board. */
export function Trouble({ asked }: { readonly asked: Asked<unknown> }) {
  if (asked.state === 'trouble') {
    return (
      <p className="lesson-trouble" role="status">
        {asked.message} Undo what you changed, or start the lesson over from its menu above.
      </p>
    );
  }
  return <p className="lesson-working">Working it out…</p>;
}
