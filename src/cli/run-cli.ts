import { CommanderError } from 'commander';
import { buildProgram } from './build-program.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';
import { complain } from './print.ts';
import { UsageError } from './usage-error.ts';

/** Runs the program with its arguments (without those of Node) and says what it answers. */
export async function runCli(args: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = EXIT.fine;
  const program = buildProgram(io, (answer) => {
    code = answer;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof UsageError) {
      complain(io, error.message);
      return EXIT.unusable;
    }
    // Commander has printed what it has to say; asking for help is no failure.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.unusable;
    throw error;
  }
}
