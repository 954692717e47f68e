/** What the program answers to whoever started it. */
export const EXIT = {
  fine: 0,
  /** An example fails, a verdict of `--fail-on` occurs, or an event of a log does not fit. */
  failed: 1,
  /** Unusable input or usage: also a file with errors, as a part of it was not looked at. */
  unusable: 2,
  /** Ctrl-C, as shells count it: 128 and the number of the signal. */
  interrupted: 130,
  /** Nobody reads the output any more, such as after `| head`. */
  unread: 141,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The worst of several answers; fine when there are none. */
export function worstOf(codes: Iterable<ExitCode>): ExitCode {
  let worst: ExitCode = EXIT.fine;
  for (const code of codes) if (code > worst) worst = code;
  return worst;
}
