import { serveCalls } from './serve-calls.ts';
import type { Notice, Reply, StoreCall } from './store-calls.ts';

declare global {
  interface Window {
    /** Serves a call here in the tab or in the tab's worker; the test calls it. */
    ambitCall(where: 'tab' | 'worker', call: StoreCall): Promise<Reply>;
    /** Put here by the test. */
    ambitTell(notice: Notice): Promise<void>;
  }
}

const tell = (notice: Notice) => void window.ambitTell(notice);
const serve = serveCalls(tell);
const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
const waiting = new Map<number, (reply: Reply) => void>();
let calls = 0;

worker.onmessage = ({ data }: MessageEvent<{ id: number; reply: Reply } | Notice>) => {
  if (!('reply' in data)) return tell(data);
  waiting.get(data.id)?.(data.reply);
  waiting.delete(data.id);
};

window.ambitCall = (where, call) => {
  if (where === 'tab') return serve(call);
  return new Promise((resolve) => {
    const id = calls++;
    waiting.set(id, resolve);
    worker.postMessage({ id, call });
  });
};
