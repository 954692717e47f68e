import type { Attachment, NewEvent } from '../../src/event-store/port.ts';

/** What is written beside the log with an append, as vectors say it: how many events of each type there are, unless one is of a type that is refused. */
export interface Beside {
  readonly countOn: string;
  readonly refuse?: string;
}

const described = new WeakMap<Attachment, Beside>();

/** The attachment that a vector describes. */
export function makeAttachment(beside: Beside): Attachment {
  const { countOn: shelf, refuse } = beside;
  const attachment: Attachment = {
    needs: (events) => typesOf(events).map((key) => ({ shelf, key })),
    decide: (events, look) => {
      const bad = events.find(({ type }) => type === refuse);
      if (bad) {
        const message = 'is refused';
        return {
          refusal: { by: shelf, eventId: bad.id, eventType: bad.type, at: '', expression: '', message },
        };
      }
      const put = typesOf(events).map((key) => {
        const more = events.filter(({ type }) => type === key);
        const { count } = (look(shelf, key) ?? { count: 0 }) as { readonly count: number };
        return { shelf, key, value: { count: count + more.length, last: more.at(-1)?.id ?? '' } };
      });
      return { put };
    },
  };
  described.set(attachment, beside);
  return attachment;
}

/** What an attachment was made from: functions do not cross from one process to another. */
export function describeAttachment(attachment: Attachment): Beside {
  const beside = described.get(attachment);
  if (beside === undefined) throw new Error('Only attachments of vectors can be told');
  return beside;
}

function typesOf(events: readonly NewEvent[]): readonly string[] {
  return [...new Set(events.map(({ type }) => type))];
}
