import { useEffect, useRef, useState } from 'react';
import type { BoardLog, IssueOrder } from '../../lab/board-log.ts';
import type { IssuedRun } from '../../runs/issue-command.ts';
import type { LiveStep } from '../../runs/live-result.ts';
import { sayError } from '../../ui/say-error.ts';

/** A command that was issued, as far as it has come. */
export interface IssueState {
  readonly order: IssueOrder;
  /** RFC 3339. */
  readonly startedAt: string;
  readonly isRunning: boolean;
  /** The last step it took; null before its first. */
  readonly step: LiveStep | null;
  /** It has decided, and waits to be told to append. */
  readonly isWaiting: boolean;
  readonly result: IssuedRun | null;
  readonly failure: string | null;
  readonly isGivenUp: boolean;
}

export interface Issuing {
  readonly state: IssueState | null;
  /** `waits`: it stops before each append until it is told to go on. */
  readonly issue: (order: IssueOrder, waits: boolean) => void;
  readonly append: () => void;
  readonly giveUp: () => void;
}

/** Issues commands, one at a time; one that is under way is given up when its form goes. */
export function useIssue(log: Pick<BoardLog, 'issue'>): Issuing {
  const [state, setState] = useState<IssueState | null>(null);
  const stopping = useRef(new AbortController());
  const goOn = useRef(() => {});
  useEffect(() => () => stopping.current.abort(), []);
  const update = (change: Partial<IssueState>) => setState((before) => before && { ...before, ...change });

  const issue = (order: IssueOrder, waits: boolean) => {
    const controller = new AbortController();
    stopping.current = controller;
    setState({ ...BEGINNING, order, startedAt: new Date().toISOString() });
    const mayAppend = () => {
      if (!waits) return Promise.resolve();
      update({ isWaiting: true });
      return new Promise<void>((resolve) => {
        goOn.current = resolve;
      });
    };
    const watch = { signal: controller.signal, onStep: (step: LiveStep) => update({ step }), mayAppend };
    const end = (change: Partial<IssueState>) => update({ ...change, isRunning: false, isWaiting: false });
    log.issue(order, watch).then(
      (result) => end('unavailable' in result ? { failure: `${result.unavailable}.` } : { result }),
      (error: unknown) => end(controller.signal.aborted ? { isGivenUp: true } : { failure: sayError(error) }),
    );
  };
  const append = () => {
    update({ isWaiting: false });
    goOn.current();
  };
  return { state, issue, append, giveUp: () => stopping.current.abort() };
}

const BEGINNING = {
  isRunning: true,
  step: null,
  isWaiting: false,
  result: null,
  failure: null,
  isGivenUp: false,
} as const;
