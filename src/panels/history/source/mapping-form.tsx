import type { FieldProfile } from '../../../history/import/field-survey.ts';
import type { LogMapping, TagMapping } from '../../../history/import/log-mapping.ts';
import type { FieldPath } from '../../../history/import/log-row.ts';
import type { MappingReason } from '../../../history/import/mapping-proposal.ts';
import { isVariableName } from '../../../model/identifier.ts';
import { FieldSelect, sameFields } from './field-select.tsx';
import { PART_WORDS } from './source-words.ts';

export interface MappingFormProps {
  readonly fields: readonly FieldProfile[];
  readonly mapping: LogMapping;
  readonly reasons: readonly MappingReason[];
  readonly onChange: (mapping: LogMapping) => void;
}

type SinglePart = 'time' | 'id' | 'actor' | 'correlation';
const OPTIONAL: readonly SinglePart[] = ['actor', 'correlation', 'id'];

/** Each part of an event with the field it is read from, and why. */
export function MappingForm({ fields, mapping, reasons, onChange }: MappingFormProps) {
  const why = (part: MappingReason['part'], chosen: readonly FieldPath[]) =>
    reasons.find((one) => one.part === part && sameFields(one.fields, chosen))?.reason ?? '';
  const single = (part: SinglePart) => {
    const path = mapping[part];
    const chosen = path === null || path.length === 0 ? [] : [path];
    return (
      <FieldSelect
        key={part}
        label={PART_WORDS[part]}
        fields={fields}
        chosen={chosen}
        none={part === 'time' ? null : 'not in the log'}
        why={why(part, chosen)}
        onChoose={([next]) => onChange({ ...mapping, [part]: next ?? (part === 'time' ? [] : null) })}
      />
    );
  };
  return (
    <fieldset className="source-form">
      <legend className="visually-hidden">What is what</legend>
      <FieldSelect
        label={PART_WORDS.type}
        fields={fields}
        chosen={mapping.type}
        none={null}
        why={why('type', mapping.type)}
        onChoose={(type) => onChange({ ...mapping, type })}
      />
      {single('time')}
      {OPTIONAL.map(single)}
      {mapping.tags.map((tag, at) => (
        <TagRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a tag is its place; its name and field are typed over
          key={at}
          tag={tag}
          fields={fields}
          why={why('tag', tag.fields)}
          onChange={(next) => onChange({ ...mapping, tags: replaceAt(mapping.tags, at, next) })}
        />
      ))}
      <button
        className="button source-add"
        type="button"
        onClick={() => onChange({ ...mapping, tags: [...mapping.tags, nextTag(fields, mapping)] })}
      >
        Add a tag
      </button>
    </fieldset>
  );
}

interface TagRowProps {
  readonly tag: TagMapping;
  readonly fields: readonly FieldProfile[];
  readonly why: string;
  /** Null takes it away. */
  readonly onChange: (tag: TagMapping | null) => void;
}

function TagRow({ tag, fields, why, onChange }: TagRowProps) {
  const isName = isVariableName(tag.concept);
  return (
    <FieldSelect
      label={
        <span className="source-tag">
          Tag
          <input
            aria-label={`Name of the tag ${tag.concept}`}
            aria-invalid={!isName}
            value={tag.concept}
            onChange={({ target }) => onChange({ ...tag, concept: target.value })}
          />
        </span>
      }
      name={`Field of the tag ${tag.concept}`}
      fields={fields}
      chosen={tag.fields}
      none="no tag"
      why={isName ? why : 'A tag’s name is letters, digits and _, and begins with a letter.'}
      onChoose={(next) => onChange(next.length === 0 ? null : { ...tag, fields: next })}
    />
  );
}

function replaceAt(tags: readonly TagMapping[], at: number, next: TagMapping | null): readonly TagMapping[] {
  return next === null ? tags.toSpliced(at, 1) : tags.with(at, next);
}

/** A tag of the first field that is no part of the event yet. */
function nextTag(fields: readonly FieldProfile[], mapping: LogMapping): TagMapping {
  const { type, time, id, actor, tags } = mapping;
  const used = [...type, time, id, actor, ...tags.flatMap((tag) => tag.fields)];
  const isUsed = (path: FieldPath) => used.some((one) => one !== null && sameFields([one], [path]));
  const field = fields.find(({ path }) => !isUsed(path)) ?? fields[0];
  return { concept: `tag${tags.length + 1}`, fields: field ? [field.path] : [] };
}
