import { useId } from 'react';
import { getOwn } from '../../../lib/get-own.ts';
import type { JsonPath } from '../../../lib/scan-json.ts';
import { readList, readObject, readTexts } from '../../forms/read-json.ts';
import { useWrite } from '../../forms/use-write.ts';
import { EventRows } from '../../forms/values/event-rows.tsx';
import { readTarget } from '../sources/check-parts.ts';
import { useInspector } from '../use-inspector.ts';

const OUTCOMES = [
  { key: 'events', label: 'Events', first: [] },
  { key: 'rejected', label: 'Rejected', first: [] },
  { key: 'error', label: 'Error', first: true },
] as const;

export interface ThenFormProps {
  readonly path: JsonPath;
  readonly command: string;
}

/** What must come out: events, a rejection, or an error. */
export function ThenForm({ path, command }: ThenFormProps) {
  const { read, put } = useWrite();
  const id = useId();
  const then = readObject(read(path));
  const chosen = OUTCOMES.find(({ key }) => Object.hasOwn(then, key))?.key;
  return (
    <>
      <fieldset className="then-choice">
        <legend className="visually-hidden">What must come out</legend>
        {OUTCOMES.map(({ key, label, first }) => (
          <label key={key}>
            <input
              type="radio"
              name={id}
              checked={chosen === key}
              onChange={() => put('What must come out', path, { [key]: first })}
            />
            {label}
          </label>
        ))}
      </fieldset>
      {chosen === 'events' && <EventRows path={[...path, 'events']} addLabel="Add an event that comes out" />}
      {chosen === 'rejected' && <Rejections path={[...path, 'rejected']} command={command} />}
      {chosen === 'error' && <p className="form-hint">An expression fails, such as a division by nothing.</p>}
    </>
  );
}

function Rejections({ path, command }: ThenFormProps) {
  const { document } = useInspector();
  const { read, put } = useWrite();
  const rejected = readTexts(read(path));
  const definition = readObject(getOwn(readObject(document['commands']), command));
  const checked = readList(definition['checks']).flatMap((check) => readTarget(check, 'constraint') ?? []);
  const offered = [...new Set([...checked, ...rejected])];
  if (offered.length === 0) return <p className="form-hint">{command || 'The command'} checks nothing.</p>;
  return (
    <div>
      {offered.map((name) => (
        <label className="insp-check" key={name}>
          <input
            type="checkbox"
            checked={rejected.includes(name)}
            onChange={(event) =>
              put(
                'Who rejects it',
                path,
                event.target.checked ? [...rejected, name] : rejected.filter((other) => other !== name),
              )
            }
          />
          <span>{name}</span>
          {!checked.includes(name) && <span className="form-hint">is not checked</span>}
        </label>
      ))}
    </div>
  );
}
