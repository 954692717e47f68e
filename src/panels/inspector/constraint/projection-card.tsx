import { Trash2 } from 'lucide-react';
import { renameField } from '../../../board/edits/rename-element.ts';
import { makeKey } from '../../../board/element-key.ts';
import { getOwn } from '../../../lib/get-own.ts';
import { isVariableName } from '../../../model/identifier.ts';
import { pointer } from '../../../model/pointer.ts';
import type { ProjectionDefinition } from '../../../model/schema.ts';
import { AddMenu } from '../../forms/controls/add-menu.tsx';
import { IconButton } from '../../forms/controls/icon-button.tsx';
import { JsonField } from '../../forms/controls/json-field.tsx';
import { useWrite } from '../../forms/use-write.ts';
import { scopeForProjection } from '../expression/scope.ts';
import { ExpressionField } from '../sources/expression-field.tsx';
import { useInspector } from '../use-inspector.ts';
import { ProjectionFilter } from './projection-filter.tsx';
import { ProjectionName } from './projection-name.tsx';

export interface ProjectionCardProps {
  readonly constraint: string;
  readonly name: string;
  readonly projection: ProjectionDefinition;
}

/** A value folded from past events: which events, its start, and what each event makes of it. */
export function ProjectionCard({ constraint, name, projection }: ProjectionCardProps) {
  const { board, model } = useInspector();
  const { write } = useWrite();
  const path = ['constraints', constraint, 'projections', name];
  const events = Object.entries(projection.on ?? {});
  const others = Object.keys(model.events ?? {}).filter(
    (event) => !Object.hasOwn(projection.on ?? {}, event),
  );
  const judge = (text: string) => {
    const definition = getOwn(model.constraints, constraint);
    const taken = { ...definition?.parameters, ...definition?.projections };
    if (!isVariableName(text)) return 'Letters, digits and _ only, beginning with a letter.';
    return Object.hasOwn(taken, text) ? `There is “${text}” already.` : null;
  };
  return (
    <section className="rule-projection" aria-label={`Value ${name}`}>
      <header>
        <ProjectionName
          name={name}
          judge={judge}
          onRename={(to) =>
            board.edit(`Rename ${name}`, (document) =>
              renameField(document, makeKey('constraint', constraint), name, to),
            )
          }
        />
        <IconButton
          icon={Trash2}
          label={`Remove ${name}`}
          onClick={() => write(`Remove ${name}`, path, undefined)}
        />
      </header>
      <ProjectionFilter constraint={constraint} name={name} projection={projection} />
      <JsonField
        label="Starts as"
        value={projection.initial}
        onType={(initial) => write(`Start of ${name}`, [...path, 'initial'], initial)}
      />
      {events.map(([event, expression]) => (
        <div key={event} className="rule-step">
          <ExpressionField
            label={`${event} makes it`}
            at={pointer(...path, 'on', event)}
            value={expression}
            scope={scopeForProjection(model, constraint, name, event)}
            onChange={(text) => write(`${name} on ${event}`, [...path, 'on', event], text)}
          />
          <IconButton
            icon={Trash2}
            label={`Remove ${event}`}
            onClick={() => write(`Remove ${event} from ${name}`, [...path, 'on', event], undefined)}
          />
        </div>
      ))}
      <AddMenu
        label="Event"
        options={others.map((event) => ({ value: event, label: event }))}
        empty="Every event of the board is in it."
        onAdd={(event) => write(`Add ${event} to ${name}`, [...path, 'on', event], 'state')}
      />
    </section>
  );
}
