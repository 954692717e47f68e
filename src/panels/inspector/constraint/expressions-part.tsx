import { ChevronRight, Plus } from 'lucide-react';
import { useId } from 'react';
import { pickPartName } from '../../../board/edits/filters.ts';
import { setAt } from '../../../board/edits/set-at.ts';
import { findElement, makeKey } from '../../../board/element-key.ts';
import { pointer } from '../../../model/pointer.ts';
import type { ConstraintDefinition } from '../../../model/schema.ts';
import { Section } from '../../forms/controls/section.tsx';
import { useWrite } from '../../forms/use-write.ts';
import { scopeForRule } from '../expression/scope.ts';
import { FieldList } from '../fields/field-list.tsx';
import { ExpressionField } from '../sources/expression-field.tsx';
import { useInspector } from '../use-inspector.ts';
import { ProjectionCard } from './projection-card.tsx';

export interface ExpressionsPartProps {
  readonly name: string;
  readonly definition: ConstraintDefinition;
  readonly isOpen: boolean;
  /** Null where there is nothing else to look at. */
  readonly onToggle: ((isOpen: boolean) => void) | null;
}

/** The parameters, projections and rule behind the sentence. Looking at them changes nothing. */
export function ExpressionsPart({ name, definition, isOpen, onToggle }: ExpressionsPartProps) {
  const id = useId();
  return (
    <>
      {onToggle && (
        <button
          type="button"
          className="rule-unfold"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => onToggle(!isOpen)}
        >
          <ChevronRight size={14} aria-hidden="true" />
          {isOpen ? 'Close the expressions' : 'Open as expressions'}
        </button>
      )}
      <div id={id} className="rule-expressions" hidden={!isOpen}>
        {isOpen && <Expressions name={name} definition={definition} />}
      </div>
    </>
  );
}

function Expressions({ name, definition }: Pick<ExpressionsPartProps, 'name' | 'definition'>) {
  const { board, model } = useInspector();
  const { write } = useWrite();
  const key = makeKey('constraint', name);
  const add = () =>
    board.edit(`Add a projection to ${name}`, (document) => {
      const free = pickPartName(findElement(document, key) ?? {}, 'value');
      return setAt(document, ['constraints', name, 'projections', free], { initial: 0 });
    });
  return (
    <>
      <Section title="Parameters">
        <FieldList owner={key} property="parameters" noun="parameter" />
      </Section>
      <Section title="Values from past events">
        {Object.entries(definition.projections ?? {}).map(([projection, body]) => (
          <ProjectionCard key={projection} constraint={name} name={projection} projection={body} />
        ))}
        <button type="button" className="button button-quiet rule-add" onClick={add}>
          <Plus size={14} aria-hidden="true" />
          Add a value
        </button>
      </Section>
      <Section title="Rule in CEL">
        <ExpressionField
          label="Rule"
          isBare
          at={pointer('constraints', name, 'rule')}
          value={definition.rule ?? ''}
          scope={scopeForRule(model, name)}
          placeholder="None: it only gives values. Such as taken < capacity"
          onChange={(rule) =>
            write(`Rule of ${name}`, ['constraints', name, 'rule'], rule.trim() === '' ? undefined : rule)
          }
        />
      </Section>
    </>
  );
}
