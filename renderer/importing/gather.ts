import { useImport } from './import-store.ts';

/** How long things are gathered, in milliseconds: the longer the list, the dearer it is to draw it anew. */
const toPause = (files: number) => Math.max(100, files / 5);

/**
 * Collects what arrives one by one and hands it to `take` a few times a second, `flush` the rest: drawing the list
 * anew for each of a thousand files would take longer than reading them. What arrives after the list was cleared is
 * dropped.
 */
export function gather<T>(take: (gathered: readonly T[]) => void) {
  let waiting: T[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const began = useImport.getState().clearings;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    const gathered = waiting;
    waiting = [];
    if (gathered.length > 0 && useImport.getState().clearings === began) take(gathered);
  };
  const add = (one: T) => {
    waiting.push(one);
    timer ??= setTimeout(flush, toPause(useImport.getState().draft.files.length));
  };
  return { add, flush };
}
