import { indexSlice, listUnindexed } from '../../db/search-index.ts';
import type { Study } from '../../db/study.ts';

/** How long nothing has to be changed before the index is written on, and the pause between slices, in milliseconds. */
const quietTime = 800;
const pause = 15;

/**
 * Writes the index of words of an open study in the background: after it was opened, and after transcripts have come
 * or changed, when nobody has changed anything for a moment. Ends by itself when the study is closed.
 */
export function keepIndexed(study: Study): void {
  if (study.isReadOnly) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (ms: number, work: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(work, ms).unref();
  };
  const work = async (ids: readonly number[]) => {
    await study.whenFree();
    const written = tryToWrite(study, ids);
    if (written > 0 && written < ids.length) wait(pause, () => void work(ids.slice(written)));
  };
  const begin = () => {
    if (study.isOpen) void work(listUnindexed(study.read));
  };
  study.onChange(({ tables }) => {
    if (tables.includes('transcripts')) wait(quietTime, begin);
  });
  wait(quietTime, begin);
}

/** Another program may be writing just now, or a transcript of the list may have gone; the next change begins anew. */
function tryToWrite(study: Study, ids: readonly number[]): number {
  try {
    return indexSlice(study, ids);
  } catch {
    return 0;
  }
}
