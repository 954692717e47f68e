import type { NodeProps } from '@xyflow/react';
import { useStore } from 'zustand';
import { parseKey } from '../../board/element-key.ts';
import { listFields } from '../../board/event-model/list-fields.ts';
import { getOwn } from '../../lib/get-own.ts';
import type { Model } from '../../model/schema.ts';
import { BrokenName, NoteFace } from '../note-face.tsx';
import type { NoteNode } from './build-nodes.ts';
import { NextMenu } from './next-menu.tsx';
import { NoteName } from './note-name.tsx';
import { ScreenFields } from './screen-fields.tsx';
import { useStage } from './stage.tsx';

/** An element as a note of the event model. */
export function ModelNote({ data: { note, isDimmed } }: NodeProps<NoteNode>) {
  const { desk, scene, activeId } = useStage();
  const isSelected = useStore(desk, ({ selected }) => selected.includes(note.key));
  const isEditing = useStore(desk, ({ editing }) => editing === note.key);
  const { kind, name } = parseKey(note.key) ?? { kind: 'note', name: note.key };
  const same = scene.layout.notes.filter(({ key }) => key === note.key);
  const isMeant = same.some(({ id }) => id === activeId) ? activeId === note.id : same[0]?.id === note.id;
  const mark = scene.marks.get(note.key);
  const foot = sayRules(scene.model, note.key);
  const fields = listFields(scene.model, note.key);
  const title = isEditing && isMeant ? <NoteName note={note} kind={kind} name={name} /> : undefined;
  return (
    <div
      className={isSelected ? 'em-note em-note-selected' : 'em-note'}
      data-size={note.height < 80 ? 'small' : 'usual'}
    >
      <NoteFace
        kind={kind}
        name={name}
        isDimmed={isDimmed}
        {...(foot === undefined ? {} : { foot })}
        {...(mark === undefined ? {} : { mark })}
      >
        {title ?? (
          <div className="note-face-name">
            <BrokenName name={name} />
          </div>
        )}
        {fields.length > 0 && (
          <p className="em-carries" title={fields.join(', ')}>
            {fields.join(', ')}
          </p>
        )}
        {kind === 'screen' && <ScreenFields fields={getOwn(scene.model.screens, name)?.fields} />}
      </NoteFace>
      {!isDimmed && <NextMenu note={note} name={name} kind={kind} />}
    </div>
  );
}

/** How many rules a command must keep, in the voice of the model. */
function sayRules(model: Model, key: string): string | undefined {
  const parsed = parseKey(key);
  const checks = parsed?.kind === 'command' ? (getOwn(model.commands, parsed.name)?.checks ?? []) : [];
  if (checks.length === 0) return undefined;
  return checks.length === 1 ? 'keeps 1 rule' : `keeps ${checks.length} rules`;
}
