import type { StudyApi } from '../api.ts';
import { invalidateTables } from '../state/queries.ts';
import { useFrame } from './frame-state.ts';
import { makeIdleGathering } from './idle-gathering.ts';

/** Keeps what is shown true to the study until the signal ends it: each change refreshes what was read from it. */
export async function followStudy(api: StudyApi, signal: AbortSignal): Promise<void> {
  const { setHistory } = useFrame.getState();
  const refresh = makeIdleGathering(invalidateTables);
  try {
    const changes = await api.study.changes(undefined, { signal });
    setHistory((await api.study.get()).history);
    for await (const { tables, history } of changes) {
      setHistory(history);
      refresh(tables);
    }
  } catch (error) {
    // Ending the stream and the end of the service both arrive as errors; the latter is told by main.
    if (!signal.aborted) console.error('The changes of the study can no longer be followed.', error);
  }
}
