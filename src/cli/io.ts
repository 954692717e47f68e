/** Everything a command does to the world outside: the only way in and out, so that a command can be run without a process. */
export interface Io {
  /** Writes to standard output. */
  out(text: string): void;
  /** Writes to standard error. */
  err(text: string): void;
  /** The bytes of a file; `-` is standard input. Rejects with Node's error where it cannot be read. */
  readFile(path: string): Promise<Uint8Array>;
  writeFile(path: string, text: string): Promise<void>;
  /** Milliseconds on a clock that only runs forward. */
  now(): number;
  /** Lets a waiting signal, such as Ctrl-C, through. */
  pause(): Promise<void>;
  /** Whether standard output shows colours. */
  readonly colors: boolean;
  /** Whether standard error is a terminal, where a line can be erased again. */
  readonly errIsTty: boolean;
  /** How many columns a line may have. */
  readonly columns: number;
  /** What one types to run this program, for suggestions. */
  readonly program: string;
}
