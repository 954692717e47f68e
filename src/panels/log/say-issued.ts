import type { Decision } from '../../decision/decision.ts';
import type { FindingKey } from '../../exploration/findings.ts';
import type { ToldCheck } from '../../exploration/result.ts';
import type { EventSince, IssuedRun } from '../../runs/issue-command.ts';
import type { LiveStep } from '../../runs/live-result.ts';

/** What became of a command, for people. */
export interface SaidIssue {
  /** The mark it is told by; null where nothing was to be judged. */
  readonly finding: FindingKey | null;
  readonly isWritten: boolean;
  readonly title: string;
  readonly lines: readonly string[];
}

/** What became of a command that was issued by hand (S2, S3, V1–V7). */
export function sayIssued({ steps, outcome, written: events, checks, since }: IssuedRun): SaidIssue {
  const last = steps.at(-1);
  const verdict = last?.step === 'append' ? (last.verdict ?? null) : null;
  const waited = steps.find(({ step, verdict: found }) => step === 'read' && found !== undefined)?.verdict;
  const wait =
    waited === 'neededWait'
      ? ['It waited for its lock, and then decided otherwise than it would have at once.']
      : waited === 'needlessWait'
        ? ['It waited for its lock, and then decided as it would have at once.']
        : [];
  const written = sayWritten(events);
  switch (outcome) {
    case 'accepted': {
      if (verdict === null)
        return {
          finding: null,
          isWritten: false,
          title: 'Accepted, and there was nothing to record',
          lines: wait,
        };
      const lines =
        verdict === 'safe' ? wait : [...wait, saySince(last, since, checks), sayFresh(last?.fresh, checks)];
      return {
        finding: verdict,
        isWritten: true,
        title: titleOf(verdict, last),
        lines: [written, ...lines].filter(Boolean),
      };
    }
    case 'conflict': {
      const isFalse = verdict === 'falseConflict';
      const lines = [
        saySince(last, since, checks),
        isFalse ? 'The decision would have been the same.' : sayFresh(last?.fresh, checks),
      ];
      return {
        finding: verdict,
        isWritten: false,
        title: isFalse ? 'Stopped for nothing' : 'Stopped, rightly',
        lines: [...lines, 'Nothing was written. Issue it again, and it reads afresh.'].filter(Boolean),
      };
    }
    case 'rejected':
      return {
        finding: waited ?? null,
        isWritten: false,
        title: 'Rejected',
        lines: [...wait, ...sayFailed(last?.decision, checks)],
      };
    case 'partial':
      return {
        finding: 'partial',
        isWritten: true,
        title: 'Half written',
        lines: [
          written,
          `The next stream${last?.stream ? `, ${last.stream},` : ''} was refused.`,
          ...sayFailed(last?.decision, checks),
        ].filter(Boolean),
      };
    case 'error':
      return {
        finding: 'error',
        isWritten: false,
        title: 'An expression failed',
        lines: sayFailed(last?.decision, checks),
      };
  }
}

function titleOf(verdict: FindingKey, last: LiveStep | undefined): string {
  if (verdict === 'missedConflict')
    return last?.violation ? 'Written, and a rule is broken' : 'Written, but a conflict was missed';
  return verdict === 'tolerated' ? 'Written, and a conflict was tolerated' : 'Accepted';
}

/** `StudentSubscribed at position 6, CourseFullyBooked at position 7.` */
function sayWritten(written: IssuedRun['written']): string {
  const types = [...new Set(written.map(({ type }) => type))];
  const parts = types.map((wanted) => {
    const positions = written.filter(({ type }) => type === wanted).map(({ position }) => String(position));
    return `${wanted} at position${positions.length === 1 ? '' : 's'} ${join(positions)}`;
  });
  return parts.length === 0 ? '' : `${parts.join(', ')}.`;
}

/** What others wrote since the read, as far as it matters here. */
function saySince(
  last: LiveStep | undefined,
  since: readonly EventSince[],
  checks: readonly ToldCheck[],
): string {
  if (since.length === 0 || last?.readAt === undefined) return '';
  const [first] = since;
  const more = since.length === 1 ? '' : ` and ${since.length - 1} more`;
  const isNeeded = since.some(({ inBoundary }) => inBoundary);
  const matters = isNeeded
    ? `which ${checks.length === 0 ? 'it' : 'its decision'} needs`
    : 'which its decision does not need';
  return `It had read up to position ${last.readAt}. Then ${first?.type} came at position ${first?.position}${more}, ${matters}.`;
}

/** What would be decided by now. */
function sayFresh(fresh: Decision | undefined, checks: readonly ToldCheck[]): string {
  if (fresh === undefined) return '';
  if (fresh.kind === 'accepted') return 'By then it would have written something else.';
  return `By then it would have been ${fresh.kind === 'rejected' ? 'rejected' : 'an error'}: ${sayFailed(fresh, checks).join(' ')}`;
}

/** Why a decision is not accepted: each constraint by its own words, where it has some. */
function sayFailed(decision: Decision | undefined, checks: readonly ToldCheck[]): readonly string[] {
  if (decision?.kind === 'rejected') {
    return decision.constraints.map((name) => {
      const told = checks.find((check) => check.constraint === name && check.holdsNow !== true);
      const why = told?.message ?? told?.now;
      return why ? `${name}: ${why}.`.replace(/([.!?])\.$/, '$1') : `${name} does not hold.`;
    });
  }
  if (decision?.kind !== 'error') return [];
  const { expression, message, at } = decision.failure;
  return [`${message}${expression === '' ? '' : ` in “${expression}”`} (${at}).`];
}

function join(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
