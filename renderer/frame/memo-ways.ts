import type { MemoAbout } from '../../electron/ipc/contract/memos.ts';
import { useMaturityDesk } from '../maturity/maturity-desk.ts';
import type { MemoWays } from '../memos/memo-ways.ts';
import { useReading } from '../reader/reading.ts';
import { useDesk } from '../state/desk.ts';
import { showScreen } from './commands.ts';

/** The ways from a memo to other screens. */
export const memoWays: MemoWays = {
  leadTo,
  getSelectedCoding: () => useReading.getState().codingId,
};

function leadTo({
  on,
  targetId,
  transcriptId,
  start,
  end,
  companyId,
  company,
  itemRef,
  about,
}: MemoAbout): void {
  const desk = useDesk.getState();
  if (transcriptId !== null && start !== null && end !== null) {
    desk.openPlace({
      transcriptId,
      start,
      end,
      ...(on === 'coding' && targetId !== null ? { codingId: targetId } : {}),
    });
  } else if (transcriptId !== null) desk.openTranscript(transcriptId);
  else if (on === 'code') {
    showScreen('transcripts');
    useReading.getState().showCode(targetId);
  } else if (on === 'rating' && companyId !== null && itemRef !== null) {
    useMaturityDesk.getState().openRating(companyId, itemRef);
    showScreen('maturity');
  } else if (on === 'company' || on === 'practitioner') {
    showScreen('people');
    focusSoon(on === 'company' ? `Label of company ${company}` : `Name of ${about.split(' · ')[0]}`);
  }
}

/** The screen is drawn after this, and asks for its rows first. */
function focusSoon(label: string): void {
  const findField = () => document.querySelector<HTMLElement>(`main [aria-label="${CSS.escape(label)}"]`);
  let tries = 0;
  const look = () => {
    const field = findField();
    tries += 1;
    if (field) {
      field.scrollIntoView({ block: 'center' });
      field.focus({ preventScroll: true });
    } else if (tries < 60) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
