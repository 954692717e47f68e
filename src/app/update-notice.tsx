import { useStore } from 'zustand';
import { offline, putNewVersion } from './offline.ts';

/** Says quietly that a new version waits; nothing is reloaded under anybody's hands. */
export function UpdateNotice() {
  const { isNewVersionReady } = useStore(offline);
  return (
    <div className="update" role="status">
      {isNewVersionReady && (
        <>
          <span>A new version is ready.</span>
          <button className="button button-quiet" type="button" onClick={putNewVersion}>
            Reload
          </button>
        </>
      )}
    </div>
  );
}
