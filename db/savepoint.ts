import type { WriteHandle } from './sql.ts';
import type { Study } from './study.ts';

/**
 * Runs a part of a step that may fail alone: an error takes back what the part has written, and nothing else, and
 * is thrown on. An error that ended the whole step is thrown on as it is.
 */
export function attempt<T>(write: WriteHandle, part: () => T): T {
  write.run('SAVEPOINT part');
  try {
    const answer = part();
    write.run('RELEASE part');
    return answer;
  } catch (error) {
    if (!write.isEnded) {
      write.run('ROLLBACK TO part');
      write.run('RELEASE part');
    }
    throw error;
  }
}

/** Carries the answer of a rehearsal out of the transaction that it ends. */
class Rehearsed<T> extends Error {
  readonly answer: T;

  constructor(answer: T) {
    super('A rehearsal ends with everything taken back.');
    this.answer = answer;
  }
}

/**
 * Runs what a step would do, takes all of it back and returns the answer: by the very code that does it, so that
 * the two cannot disagree. Nothing is recorded, and nobody is told. Throws what `fn` throws.
 */
export function rehearse<T>(study: Study, fn: (write: WriteHandle) => T): T {
  let end: Rehearsed<T> | undefined;
  try {
    return study.transact({ label: 'Rehearsal' }, (write) => {
      end = new Rehearsed(fn(write));
      throw end;
    });
  } catch (error) {
    if (end !== undefined && error === end) return end.answer;
    throw error;
  }
}
