import { Check, CircleDashed, X } from 'lucide-react';
import type { ExampleReport } from '../../../board/analysis.ts';

const MARKS = {
  green: { icon: Check, label: 'It comes out as expected' },
  red: { icon: X, label: 'It comes out otherwise' },
  unfinished: { icon: CircleDashed, label: 'Unfinished' },
} as const;

/** Whether an example comes out as it says. */
export function ExampleMark({ report }: { readonly report: ExampleReport | null }) {
  const verdict = report?.verdict ?? 'unfinished';
  const { icon: Icon, label } = MARKS[verdict];
  return (
    <span className={`example-mark example-mark-${verdict}`} title={label}>
      <Icon size={14} strokeWidth={2.5} aria-hidden="true" />
      <span className="visually-hidden">{label}</span>
    </span>
  );
}
