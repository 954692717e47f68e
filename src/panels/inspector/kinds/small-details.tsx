import { makeKey } from '../../../board/element-key.ts';
import { isJsonObject } from '../../../lib/is-json-object.ts';
import { ChoiceField } from '../../forms/controls/choice-field.tsx';
import { Section } from '../../forms/controls/section.tsx';
import { TextField } from '../../forms/controls/text-field.tsx';
import { readText } from '../../forms/read-json.ts';
import { useWrite } from '../../forms/use-write.ts';
import { FieldList } from '../fields/field-list.tsx';
import { NameList } from '../sources/name-list.tsx';

interface DetailsProps {
  readonly name: string;
}

/** What belongs to an external system: what it is told, and what is asked of it. */
export function ExternalSystemDetails({ name }: DetailsProps) {
  const { read, write } = useWrite();
  const path = ['externalSystems', name];
  const readModels = read(['readModels']);
  return (
    <>
      <Section title="Told about">
        <NameList kind="event" path={[...path, 'on']} addLabel="Add an event" />
      </Section>
      <Section title="Asked to">
        <TextField
          isBare
          isLong
          label="What is asked of it"
          placeholder="such as: send a confirmation"
          value={readText(read([...path, 'task'])) ?? ''}
          onType={(text) => {
            write(`Task of ${name}`, [...path, 'task'], text === '' ? undefined : text);
            return null;
          }}
        />
        <ChoiceField
          label="When"
          value={readText(read([...path, 'after'])) ?? ''}
          options={[
            { value: '', label: 'Once the event is stored' },
            ...Object.keys(isJsonObject(readModels) ? readModels : {}).map((readModel) => ({
              value: readModel,
              label: `Once ${readModel} has taken it in`,
            })),
          ]}
          onChoose={(next) =>
            write(`When ${name} is asked`, [...path, 'after'], next === '' ? undefined : next)
          }
        />
      </Section>
    </>
  );
}

/** What belongs to a screen: what a person sees there, types in and can do. */
export function ScreenDetails({ name }: DetailsProps) {
  const path = ['screens', name];
  return (
    <>
      <Section title="Shows">
        <NameList kind="readModel" path={[...path, 'shows']} addLabel="Add a read model" />
      </Section>
      <Section title="Typed in by hand">
        <FieldList owner={makeKey('screen', name)} />
      </Section>
      <Section title="Commands given here">
        <NameList kind="command" path={[...path, 'issues']} addLabel="Add a command" />
      </Section>
    </>
  );
}

/** What belongs to an actor: the commands it gives. */
export function ActorDetails({ name }: DetailsProps) {
  return (
    <Section title="Gives these commands">
      <NameList kind="command" path={['actors', name, 'issues']} addLabel="Add a command" />
    </Section>
  );
}
