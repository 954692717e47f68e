import { LabServer } from './lab/lab-server.ts';
import type { ToLabWorker } from './lab/protocol.ts';

// A timer would wait several milliseconds; a message to oneself comes right after those that are there already.
const { port1, port2 } = new MessageChannel();
let resume = () => {};
port1.onmessage = () => resume();

const server = new LabServer({
  post: (message) => self.postMessage(message),
  now: () => performance.now(),
  pause: () =>
    new Promise((resolve) => {
      resume = resolve;
      port2.postMessage(null);
    }),
});

self.onmessage = ({ data }: MessageEvent<ToLabWorker>) => server.receive(data);
