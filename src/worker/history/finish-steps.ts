/** Runs steps, such as those of a measurement, to their end, with a breath after each. */
export async function finishSteps<P, R>(
  steps: Generator<P, R>,
  breathe: (progress: P) => Promise<void>,
): Promise<R> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await breathe(step.value);
  }
}
