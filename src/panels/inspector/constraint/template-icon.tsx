import { CircleCheck, Fingerprint, Gauge, ListOrdered, type LucideIcon, Route, Sigma } from 'lucide-react';

const ICONS: ReadonlyMap<string, LucideIcon> = new Map([
  ['at-most', Gauge],
  ['exists', CircleCheck],
  ['is-unique', Fingerprint],
  ['next-number', ListOrdered],
  ['state-is', Route],
  ['sum-at-least', Sigma],
]);

/** The sign of a form of constraint. */
export function TemplateIcon({ id }: { readonly id: string }) {
  const Icon = ICONS.get(id) ?? CircleCheck;
  return <Icon size={16} aria-hidden="true" />;
}
