import { useEffect, useRef, useState } from 'react';
import { getStudyApi, messageOf, type StudyApi } from '../api.ts';
import { count } from '../widgets/count.ts';
import { showNotice, showProblem } from '../widgets/run-action.ts';

type Wish = Parameters<StudyApi['autoCode']['run']>[0];

/** Codes the chosen passages with progress; `onDone` when they are coded. A cancel leaves everything as it was. */
export function useAutoCoding(onDone: () => void) {
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const controller = useRef<AbortController>(null);
  // Who closes the sheet meanwhile has called it off.
  useEffect(() => () => controller.current?.abort(), []);
  const run = async (wish: Wish) => {
    const running = new AbortController();
    controller.current = running;
    setProgress({ done: 0, total: 0 });
    try {
      for await (const event of await getStudyApi().autoCode.run(wish, { signal: running.signal })) {
        if (event.kind === 'progress') setProgress(event);
        else {
          showNotice(`${count(event.codings, 'passage')} coded`, 'One undo takes all of them back.');
          onDone();
        }
      }
    } catch (error) {
      if (!running.signal.aborted) showProblem(messageOf(error));
    } finally {
      setProgress(null);
    }
  };
  return { progress, run, cancel: () => controller.current?.abort() };
}
