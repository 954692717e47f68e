import './findings.css';
import { CircleAlert, CircleDashed, TriangleAlert } from 'lucide-react';
import { fixesFor } from '../../../board/fixes/fixes.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { useForm } from '../use-form.ts';

const SIGNS = {
  error: { icon: CircleAlert, label: 'Error' },
  warning: { icon: TriangleAlert, label: 'Warning' },
  info: { icon: CircleDashed, label: 'Unfinished' },
} as const;

/** What is wrong or missing, in words, with what can be done about it at a click. */
export function FindingItem({ finding }: { readonly finding: Diagnostic }) {
  const { board, document } = useForm();
  const { icon: Icon, label } = SIGNS[finding.severity];
  const fixes = fixesFor(finding, document);
  return (
    <li className={`finding-item finding-item-${finding.severity}`}>
      <span className="finding-item-sign" title={label}>
        <Icon size={14} strokeWidth={2} aria-hidden="true" />
        <span className="visually-hidden">{label}: </span>
      </span>
      <div>
        <p>{finding.message}</p>
        {fixes.length > 0 && (
          <div className="finding-item-fixes">
            {fixes.map((fix) => (
              <button
                key={fix.label}
                type="button"
                className="button form-fix"
                onClick={() => board.edit(fix.label, fix.edit)}
              >
                {fix.label}
              </button>
            ))}
          </div>
        )}
      </div>
    </li>
  );
}
