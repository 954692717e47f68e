import type { BoardKind } from '../../../board/element-key.ts';
import { CommandDetails } from './command-details.tsx';
import { ConstraintDetails } from './constraint-details.tsx';
import { EventDetails } from './event-details.tsx';
import { AggregateDetails, ContextDetails } from './frame-details.tsx';
import { PolicyDetails } from './policy-details.tsx';
import { ReadModelDetails } from './read-model-details.tsx';
import { ActorDetails, ExternalSystemDetails, ScreenDetails } from './small-details.tsx';
import { TagDetails } from './tag-details.tsx';

/** What belongs to an element of this kind, and nothing more. */
export function ElementDetails({ kind, name }: { readonly kind: BoardKind; readonly name: string }) {
  switch (kind) {
    case 'event':
      return <EventDetails name={name} />;
    case 'command':
      return <CommandDetails name={name} />;
    case 'constraint':
      return <ConstraintDetails name={name} />;
    case 'policy':
      return <PolicyDetails name={name} />;
    case 'readModel':
      return <ReadModelDetails name={name} />;
    case 'externalSystem':
      return <ExternalSystemDetails name={name} />;
    case 'screen':
      return <ScreenDetails name={name} />;
    case 'actor':
      return <ActorDetails name={name} />;
    case 'aggregate':
      return <AggregateDetails name={name} />;
    case 'context':
      return <ContextDetails name={name} />;
    case 'tag':
      return <TagDetails name={name} />;
    case 'hotspot':
    case 'opportunity':
    case 'note':
      return null;
  }
}
