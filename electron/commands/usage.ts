import { parseArgs } from 'node:util';

/** A call that does not fit the command; the message says how it should be. */
export class UsageError extends Error {}

export type Command = {
  name: string;
  usage: string;
  summary: string;
  /** Answers the exit code. Throws a UsageError, or an error with a sentence for people. */
  run(args: readonly string[]): Promise<number>;
};

type OptionSpec = Record<string, { type: 'string' | 'boolean' }>;
type OptionValues<S extends OptionSpec> = {
  [K in keyof S]?: S[K]['type'] extends 'boolean' ? boolean : string;
};

/**
 * Returns options and the other words of a call. Throws a UsageError that shows the usage when an option is
 * unknown or has no value, or when there are more words than `mostWords`.
 */
export function readArguments<const S extends OptionSpec>(
  args: readonly string[],
  options: S,
  usage: string,
  mostWords = 1,
): { options: OptionValues<S>; words: string[] } {
  const { values, positionals } = parseWords(args, options, usage);
  const empty = Object.keys(values).find((name) => values[name] === '');
  if (empty !== undefined) throw new UsageError(`--${empty} is empty. Usage: casebench ${usage}`);
  const extra = positionals[mostWords];
  if (extra !== undefined) throw new UsageError(`“${extra}” is too much. Usage: casebench ${usage}`);
  // parseArgs has checked names and types against the same specification.
  return { options: values as OptionValues<S>, words: positionals };
}

function parseWords(args: readonly string[], options: OptionSpec, usage: string) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('.')[0] ?? '') : String(error);
    throw new UsageError(`${reason}. Usage: casebench ${usage}`);
  }
}

/** Returns the word when it is there; throws a UsageError that shows the usage when it is not. */
export function needed(word: string | undefined, what: string, usage: string): string {
  if (word) return word;
  throw new UsageError(`${what} is missing. Usage: casebench ${usage}`);
}

/** Returns the value when it is one of those allowed. Throws a UsageError that lists them. */
export function oneAmong<const T extends string>(value: string, allowed: readonly T[], option: string): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found) return found;
  throw new UsageError(`${option} cannot be “${value}”; it is one of ${allowed.join(', ')}.`);
}
