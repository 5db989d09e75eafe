import type { Outcome } from './ipc/contract/bridge.ts';

/** Waits for work that may fail and answers with its outcome; the sentence is that of the error. */
export async function toOutcome(work: Promise<unknown>): Promise<Outcome> {
  try {
    await work;
    return { ok: true };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}
