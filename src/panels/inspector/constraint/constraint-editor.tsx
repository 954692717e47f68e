import './constraint.css';
import { useState, useSyncExternalStore } from 'react';
import type { AnalysisSource } from '../../../board/analysis.ts';
import type { Board } from '../../../board/board.ts';
import { readConstraint } from '../../../board/templates/registry.ts';
import { rewriteConstraint } from '../../../board/templates/rewrite-constraint.ts';
import { getOwn } from '../../../lib/get-own.ts';
import type { ConstraintDefinition, Model } from '../../../model/schema.ts';
import { ConsistencyChoice } from './consistency-choice.tsx';
import { ConstraintMessage } from './constraint-message.tsx';
import { ExpressionsPart } from './expressions-part.tsx';
import { FormGallery } from './form-gallery.tsx';
import { NeededEvents } from './needed-events.tsx';
import { RulePart } from './rule-part.tsx';

export interface ConstraintEditorProps {
  readonly board: Board;
  readonly name: string;
  readonly analysis: AnalysisSource;
}

const EMPTY: Model = { ambit: '1.0', name: '' };

/** A constraint: a sentence where a short form says all of it, and the expressions behind it. */
export function ConstraintEditor({ board, name }: ConstraintEditorProps) {
  const parsed = useSyncExternalStore(board.listen, () => board.state().parsed);
  const [isOpen, setOpen] = useState(false);
  const model = parsed.model ?? EMPTY;
  const definition = getOwn(model.constraints, name) ?? {};
  // Of a constraint with broken parts, a sentence would say less than the document does.
  const isBroken = parsed.leftOut.some(([section, owner]) => section === 'constraints' && owner === name);
  const reading = isBroken ? null : readConstraint(definition, model, name);
  const change = (next: ConstraintDefinition, group?: string) => {
    const rewriting = { name, definition: next, message: reading?.message ?? null };
    board.edit(
      `Change ${name}`,
      (document) => rewriteConstraint(document, model, rewriting),
      group === undefined ? {} : { group: `constraint ${name} ${group}` },
    );
  };
  const isEmpty = !isBroken && isBlank(definition);
  // What stands open stays open: a rule may become a sentence while somebody is typing it.
  if (reading === null && !isEmpty && !isOpen) setOpen(true);
  if (isEmpty && !isOpen) {
    return (
      <FormGallery
        onChoose={(template) => change(template.start(model, name))}
        onWriteCel={() => setOpen(true)}
      />
    );
  }
  return (
    <>
      <RulePart
        name={name}
        reading={reading}
        isBroken={isBroken}
        onChange={change}
        onChooseForm={isEmpty ? () => setOpen(false) : null}
      />
      <ExpressionsPart
        name={name}
        definition={definition}
        isOpen={isOpen}
        onToggle={reading === null ? null : setOpen}
      />
      <NeededEvents definition={definition} />
      {definition.rule !== undefined && <ConstraintMessage name={name} definition={definition} />}
      {Object.keys(definition.projections ?? {}).length > 0 && (
        <ConsistencyChoice name={name} definition={definition} />
      )}
    </>
  );
}

function isBlank({ projections, rule }: ConstraintDefinition): boolean {
  return rule === undefined && Object.keys(projections ?? {}).length === 0;
}
