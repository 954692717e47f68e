import type { CompiledModel } from '../decision/compiled-model.ts';
import { joinAttachments } from '../event-store/join-attachments.ts';
import type { Task } from '../event-store/outbox.ts';
import type { Attachment } from '../event-store/port.ts';
import type { IssuedCommand } from '../model/schema.ts';
import type { StrategyId } from '../strategies/program.ts';
import { attachTo } from './attached-store.ts';
import { type IssuedRun, type IssueOptions, issueCommand } from './issue-command.ts';
import type { RunStore } from './open-race.ts';
import { attachDone, attachTasks } from './side-effects.ts';

/** How the doing of a policy's command ended. */
export type ReactionEnd =
  /** It wrote events, and was marked as done with them. */
  | { readonly kind: 'written' }
  /** It was decided, and there was nothing to write. */
  | { readonly kind: 'decided'; readonly note: string }
  /** It can be tried again. */
  | { readonly kind: 'failed'; readonly note: string };

/**
 * Issues a policy's command because of an event. Its events say so by their cause, belong to what the event belongs to,
 * have the same ids whenever it is issued again, and mark it as done in their own transaction: whatever is cut off, it is
 * done once. `beside` is what else is written with the events.
 */
export async function issueReaction(
  model: CompiledModel,
  task: Task,
  strategy: StrategyId,
  options: Pick<IssueOptions, 'store' | 'locks' | 'now'> & {
    readonly time: string;
    readonly beside: Attachment;
    /** How the log is read, where that is another way than it is stored. */
    readonly view?: (store: RunStore) => RunStore;
  },
): Promise<ReactionEnd> {
  const { store, locks, now, time, beside, view = (attached) => attached } = options;
  const attachment = joinAttachments([beside, attachTasks(model, task.depth), attachDone(task)]);
  const issued = { now: time, ...(task.request as unknown as IssuedCommand) };
  const run = await issueCommand(model, issued, strategy, {
    store: view(attachTo(store, attachment)),
    runId: task.id,
    correlationId: task.correlationId,
    actor: task.by,
    locks,
    now,
  });
  return 'unavailable' in run ? { kind: 'failed', note: run.unavailable } : tellEnd(run);
}

function tellEnd({ outcome, written, steps }: IssuedRun): ReactionEnd {
  if (written.length > 0) return { kind: 'written' };
  const decision = steps.at(-1)?.decision;
  switch (outcome) {
    case 'accepted':
      return { kind: 'decided', note: 'There was nothing to record' };
    case 'rejected': {
      const names = decision?.kind === 'rejected' ? decision.constraints.join(', ') : '';
      return { kind: 'decided', note: `Rejected: ${names}` };
    }
    case 'error': {
      const { message = '', at = '' } = decision?.kind === 'error' ? decision.failure : {};
      return { kind: 'failed', note: `${message} (${at})` };
    }
    default:
      return { kind: 'failed', note: 'Somebody else wrote what it rests on' };
  }
}
