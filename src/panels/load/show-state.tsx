import { Notice } from '../../ui/notice.tsx';
import type { ShowOne } from './use-show-one.ts';

/** While one of what was counted is looked for, and when there is none to show. */
export function ShowState({ show }: { readonly show: ShowOne }) {
  if (show.isSearching) {
    return (
      <p className="load-searching" role="status">
        Running it again up to one of them…
        <button className="link-button" type="button" onClick={show.stop}>
          Stop
        </button>
      </p>
    );
  }
  if (show.message === null) return null;
  return (
    <Notice kind="plain" onClose={show.stop}>
      {show.message}
    </Notice>
  );
}
