import { answer } from './answer.ts';
import type { Request } from './protocol.ts';

self.onmessage = ({ data }: MessageEvent<Request>) => {
  self.postMessage(answer(data));
};
