import { X } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import type { LogFilter } from '../../lab/live-log.ts';

export interface LogFilterBarProps {
  readonly filter: LogFilter;
  readonly types: readonly string[];
  /** Tags that were seen, to choose from. */
  readonly tags: readonly string[];
  readonly onFilter: (filter: LogFilter) => void;
}

/** Which events are shown: of one type, and with some tags. The store looks for them by its index. */
export function LogFilterBar({ filter, types, tags, onFilter }: LogFilterBarProps) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const add = (tag: string) => {
    setTyped('');
    if (tag !== '' && !filter.tags.includes(tag)) onFilter({ ...filter, tags: [...filter.tags, tag] });
  };
  const type = (text: string) => {
    // Chosen from the list it counts at once; otherwise with Enter.
    if (tags.includes(text)) add(text);
    else setTyped(text);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add(typed.trim());
  };
  const known = filter.type === null || types.includes(filter.type) ? types : [filter.type, ...types];
  return (
    <form className="log-filter" aria-label="Filter" onSubmit={submit}>
      <select
        aria-label="Filter by type"
        className="log-filter-type"
        value={filter.type ?? ''}
        onChange={({ target }) => onFilter({ ...filter, type: target.value === '' ? null : target.value })}
      >
        <option value="">All types</option>
        {known.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
      {filter.tags.map((tag) => (
        <button
          key={tag}
          type="button"
          className="log-chip"
          aria-label={`Do without the tag ${tag}`}
          title="Do without"
          onClick={() => onFilter({ ...filter, tags: filter.tags.filter((other) => other !== tag) })}
        >
          {tag}
          <X size={12} aria-hidden="true" />
        </button>
      ))}
      <input
        aria-label="Filter by tag"
        className="log-filter-tag"
        list={id}
        value={typed}
        placeholder={filter.tags.length === 0 ? 'Tag' : 'and tag'}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => type(target.value)}
      />
      <datalist id={id}>
        {tags
          .filter((tag) => !filter.tags.includes(tag))
          .map((tag) => (
            <option key={tag} value={tag} />
          ))}
      </datalist>
    </form>
  );
}
