/** Milliseconds that the page had to wait for its turn at the worst, while something was worked out beside it. */
export async function watchStalls<T>(
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly stall: number }> {
  let stall = 0;
  let last = performance.now();
  let isOver = false;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    const now = performance.now();
    stall = Math.max(stall, now - last);
    last = now;
    if (!isOver) setTimeout(() => port2.postMessage(null), 0);
  };
  port2.postMessage(null);
  const result = await work();
  isOver = true;
  return { result, stall };
}

/** The longest that the page has to wait when nothing is worked out at all: what else goes on in the machine. */
export async function idleStall(): Promise<number> {
  const { stall } = await watchStalls(() => new Promise((resolve) => setTimeout(resolve, 1500)));
  return stall;
}
