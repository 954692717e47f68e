import { HistoryServer } from './history/history-server.ts';
import type { ToHistoryWorker } from './history/questions.ts';

// A timer would wait several milliseconds; a message to oneself comes right after those that are there already.
const { port1, port2 } = new MessageChannel();
let resume = () => {};
port1.onmessage = () => resume();

const server = new HistoryServer({
  post: (message) => self.postMessage(message),
  now: () => performance.now(),
  pause: () =>
    new Promise((resolve) => {
      resume = resolve;
      port2.postMessage(null);
    }),
});

self.onmessage = ({ data }: MessageEvent<ToHistoryWorker>) => server.receive(data);
