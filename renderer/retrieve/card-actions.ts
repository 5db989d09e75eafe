import type { EvidenceType, Status } from '../../db/model/coding.ts';
import type { Code, Evidence } from '../../electron/ipc/contract/codes.ts';
import { getStudyApi } from '../api.ts';
import { titleOfCode } from '../codes/code-branches.ts';
import { useDesk } from '../state/desk.ts';
import { copyText } from '../widgets/copy-text.ts';
import { runAction, showProblem } from '../widgets/run-action.ts';
import { toReferencedText } from './result-text.ts';

/** What is typed for a code: one that there is, or the name of a new one. */
export type ChosenCode = { kind: 'code'; code: Code } | { kind: 'new'; name: string };

/** Returns what the action did in words, or undefined when it failed; the reason is then on screen. */
type Told = Promise<string | undefined>;

export function openPlaceOf({ transcriptId, start, end, id }: Evidence): void {
  useDesk.getState().openPlace({ transcriptId, start, end, codingId: id });
}

/** Puts another code in place of a coding's. */
export async function changeCode({ id }: Evidence, chosen: ChosenCode): Told {
  const change = chosen.kind === 'code' ? { codeId: chosen.code.id } : { newCodeName: chosen.name };
  return tell(() => getStudyApi().coding.update({ id, ...change }), `The code is now ${nameOf(chosen)}.`);
}

/** Puts one code more on the passage, as whoever codes now. Nothing is said of its status yet. */
export async function addCode({ transcriptId, start, end }: Evidence, chosen: ChosenCode): Told {
  const { coderId } = useDesk.getState();
  if (coderId === null) {
    showProblem('Say first who codes: choose or add a coder in the bar at the top.');
    return undefined;
  }
  const coding = {
    transcriptId,
    start,
    end,
    coderId,
    status: 'not stated',
    evidence: 'affirmation',
  } as const;
  const { coding: calls } = getStudyApi();
  return tell(
    () =>
      chosen.kind === 'code'
        ? calls.apply({ ...coding, codeId: chosen.code.id })
        : calls.applyNewCode({ ...coding, name: chosen.name }),
    `Also coded with ${nameOf(chosen)}.`,
  );
}

export function sayOfCoding({ id }: Evidence, words: { status?: Status; evidence?: EvidenceType }): Told {
  return tell(
    () => getStudyApi().coding.update({ id, ...words }),
    `The coding now says ${words.status ?? words.evidence}.`,
  );
}

export function deleteCoding({ id }: Evidence): Told {
  return tell(() => getStudyApi().coding.delete({ id }), 'Coding deleted.');
}

export function copyExcerpt(coding: Evidence): string {
  copyText(toReferencedText([coding]));
  return 'Excerpt copied.';
}

const nameOf = (chosen: ChosenCode) => (chosen.kind === 'code' ? titleOfCode(chosen.code) : chosen.name);

async function tell(action: () => Promise<unknown>, words: string): Told {
  return runAction(async () => {
    await action();
    return words;
  });
}
