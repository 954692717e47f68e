import type { Attachment, Row, RowRef } from './port.ts';

/** Several attachments as one; the first that refuses an append is heard. */
export function joinAttachments(attachments: readonly Attachment[]): Attachment {
  return {
    needs: (events) => attachments.flatMap((one) => one.needs(events)),
    decide: (events, look, head) => {
      const clear: string[] = [];
      const remove: RowRef[] = [];
      const put: Row[] = [];
      for (const one of attachments) {
        const decided = one.decide(events, look, head);
        if ('refusal' in decided) return decided;
        clear.push(...(decided.clear ?? []));
        remove.push(...(decided.remove ?? []));
        put.push(...(decided.put ?? []));
      }
      return { clear, remove, put };
    },
  };
}
