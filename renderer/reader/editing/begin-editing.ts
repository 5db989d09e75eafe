import type { Transcript } from '../../../electron/ipc/contract/transcripts.ts';
import { getStudyApi } from '../../api.ts';
import { runAction } from '../../widgets/run-action.ts';
import { useReading } from '../reading.ts';
import { useEditing } from './editing-store.ts';

/** Opens the text of a transcript to be edited: with what was not saved the last time, or at the place that is read. */
export async function beginEditing(transcriptId: number): Promise<void> {
  if (useEditing.getState().session) return;
  await runAction(async () => {
    const api = getStudyApi();
    const [transcript, people] = await Promise.all([
      api.transcript.get({ id: transcriptId }),
      api.practitioner.list(),
    ]);
    const participants = people.flatMap((one) => one.participants);
    useEditing.getState().open(transcript, new Map(participants.map(({ id, label }) => [id, label])));
    if (!useEditing.getState().drafts.has(transcriptId)) {
      useEditing.getState().session?.startAt(findPlaceRead(transcript));
    }
  });
}

/** Returns the offset of what is selected in the reader, or else of the first turn that is seen there. */
function findPlaceRead({ turnList, codingList }: Transcript): number {
  const { passage, codingId } = useReading.getState();
  const selected = passage ?? codingList.find(({ id }) => id === codingId);
  if (selected) return selected.start;
  const text = document.querySelector('[data-transcript]');
  const top = text?.parentElement?.parentElement?.getBoundingClientRect().top ?? 0;
  const seen = [...(text?.querySelectorAll<HTMLElement>('[data-number]') ?? [])].find(
    (turn) => turn.getBoundingClientRect().bottom > top + 24,
  );
  return turnList[Number(seen?.dataset.number ?? 1) - 1]?.textOffset ?? 0;
}
