import type { ServerGround } from './question-queue.ts';

/** The world outside of a real worker. */
export function openGround(): ServerGround {
  // A timer would wait several milliseconds; a message to oneself comes right after those that are there already.
  const { port1, port2 } = new MessageChannel();
  let resume = () => {};
  port1.onmessage = () => resume();
  return {
    post: (message) => self.postMessage(message),
    now: () => performance.now(),
    pause: () =>
      new Promise((resolve) => {
        resume = resolve;
        port2.postMessage(null);
      }),
  };
}
