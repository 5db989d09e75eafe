import { setImmediate } from 'node:timers/promises';

/** Lets waiting messages in, such as a cancel, between two pieces of long work. */
export function giveWay(): Promise<void> {
  return setImmediate();
}
