import { memo } from 'react';
import { FINDINGS } from '../../exploration/findings.ts';
import type { Outcome } from '../../exploration/result.ts';
import type { RunProgress } from '../../lab/live-runs.ts';
import { progressOf } from '../../lab/run-list.ts';
import type { IssuedCommand } from '../../model/schema.ts';
import type { LiveStep } from '../../runs/live-result.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';

export interface RunTableProps {
  /** The newest first. */
  readonly runs: readonly RunProgress[];
  readonly commands: readonly IssuedCommand[];
}

/** What became of each command in each run, as it comes in. */
export function RunTable({ runs, commands }: RunTableProps) {
  return (
    <table className="live-runs" aria-label="Runs">
      <thead>
        <tr>
          <th scope="col">Run</th>
          {commands.map(({ command }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: commands are known by their place
            <th scope="col" key={index}>
              <abbr title={command}>#{index + 1}</abbr>
            </th>
          ))}
          <th scope="col">Order of steps</th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <Row key={run.run} run={run} commands={commands.length} />
        ))}
      </tbody>
    </table>
  );
}

const Row = memo(function Row({ run, commands }: { readonly run: RunProgress; readonly commands: number }) {
  return (
    <tr className={run.isOver ? '' : 'live-run-going'}>
      <td className="live-number">{run.run}</td>
      {Array.from({ length: commands }, (_, command) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: commands are known by their place
        <Cell key={command} run={run} command={command} />
      ))}
      <td className="live-run-order">
        {run.steps.map(({ command, step }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps are only ever added, and put in order once
          <span className="live-run-step" key={index}>
            #{command + 1} {step}
          </span>
        ))}
      </td>
    </tr>
  );
});

function Cell({ run, command }: { readonly run: RunProgress; readonly command: number }) {
  const { findings, outcome, last } = progressOf(run, command);
  return (
    <td>
      {findings.map((finding) => (
        <span key={finding} className="live-finding" title={FINDINGS[finding].meaning}>
          <VerdictMark finding={finding} size={14} /> {FINDINGS[finding].name}
        </span>
      ))}
      <span className="live-run-outcome">{sayState(outcome, last, run.isOver)}</span>
    </td>
  );
}

const OUTCOME_WORDS: { readonly [O in Outcome]: string } = {
  accepted: 'accepted',
  rejected: 'rejected by a rule',
  conflict: 'stopped, its caller gets an error',
  partial: 'half written',
  error: 'ended in an error',
};

function sayState(outcome: Outcome | null, last: LiveStep | null, isOver: boolean): string {
  if (outcome !== null) return OUTCOME_WORDS[outcome];
  if (isOver) return 'not ended';
  if (last === null) return 'starting…';
  if (last.step === 'acquire') return last.waits ? 'waiting…' : 'has its locks…';
  return last.step === 'read' ? 'has read…' : 'reads again…';
}
