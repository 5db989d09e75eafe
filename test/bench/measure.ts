import { performance } from 'node:perf_hooks';

/** One piece of work, done by the program and by the floor; `prepare` is not timed, nor is `clear`. */
export type Contest<T> = {
  name: string;
  /** How often each side is measured at most. */
  runs: number;
  prepare: (run: number) => T | Promise<T>;
  program: (prepared: T) => unknown;
  floor: (prepared: T) => unknown;
  clear?: (prepared: T) => void;
};

/** Medians in milliseconds. */
export type Result = { name: string; ms: number; rawMs: number; ratio: number };

/** Below this the clock and a stray pause weigh too much: such work is repeated within one measurement. */
const shortestMs = 20;
const mostRepeats = 200;

/**
 * Measures both sides in turn, A B A B, so that a machine that slows down slows both. What may be repeated on the
 * same `prepared` (`isRepeatable`) is repeated until a measurement is long enough to be believed.
 */
export async function measure<T>(contest: Contest<T>, isRepeatable: boolean): Promise<Result> {
  const times: { program: number[]; floor: number[] } = { program: [], floor: [] };
  let repeats = { program: 1, floor: 1 };
  // The first round warms caches and compilers and finds how often to repeat; it does not count.
  for (let run = 0; run <= contest.runs; run++) {
    const prepared = await contest.prepare(run);
    const program = await time(() => contest.program(prepared), repeats.program);
    const floor = await time(() => contest.floor(prepared), repeats.floor);
    contest.clear?.(prepared);
    if (run > 0) {
      times.program.push(program);
      times.floor.push(floor);
    } else if (isRepeatable) repeats = { program: chooseRepeats(program), floor: chooseRepeats(floor) };
  }
  const [ms, rawMs] = [median(times.program), median(times.floor)];
  return { name: contest.name, ms: round(ms), rawMs: round(rawMs), ratio: round(ms / rawMs) };
}

async function time(work: () => unknown, repeats: number): Promise<number> {
  const begin = performance.now();
  for (let count = 0; count < repeats; count++) await work();
  return (performance.now() - begin) / repeats;
}

function chooseRepeats(ms: number): number {
  return Math.min(mostRepeats, Math.max(1, Math.ceil(shortestMs / ms)));
}

/** Returns the middle value; of an even number of them the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
