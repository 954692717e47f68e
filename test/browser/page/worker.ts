import { serveCalls } from './serve-calls.ts';
import type { StoreCall } from './store-calls.ts';

const serve = serveCalls((notice) => postMessage(notice));

addEventListener('message', async ({ data }: MessageEvent<{ id: number; call: StoreCall }>) => {
  postMessage({ id: data.id, reply: await serve(data.call) });
});
