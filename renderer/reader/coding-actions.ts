import { useMemo } from 'react';
import type { EvidenceType, Status } from '../../db/model/coding.ts';
import type { Span } from '../../db/model/span.ts';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import type { Coding, Transcript } from '../../electron/ipc/contract/transcripts.ts';
import { getStudyApi } from '../api.ts';
import { titleOfCode } from '../codes/code-branches.ts';
import { findCodeByName } from '../codes/code-search.ts';
import { useDesk } from '../state/desk.ts';
import { showCoding, useCoders } from '../state/queries.ts';
import { runAction, showProblem } from '../widgets/run-action.ts';
import { nameInVivo } from './passage.ts';
import { isSelectedElsewhere, useReading } from './reading.ts';
import { useUsedCodes } from './used-codes.ts';

export type CodingActions = ReturnType<typeof makeCodingActions>;

/** What a researcher does to codings of the open transcript: each is one call, saved at once and undoable. */
export function useCodingActions(
  studyGuid: string,
  transcript: Transcript | undefined,
  codes: readonly Code[],
): CodingActions {
  const chosenCoder = useDesk(({ coderId }) => coderId);
  const { data: coders } = useCoders();
  const coderId = chosenCoder ?? coders?.[0]?.id;
  const { id: transcriptId, text } = transcript ?? {};
  return useMemo(
    () => makeCodingActions({ studyGuid, transcriptId, text, codes, coderId }),
    [studyGuid, transcriptId, text, codes, coderId],
  );
}

type Setting = {
  studyGuid: string;
  /** Neither of the two is known before the transcript is. */
  transcriptId: number | undefined;
  text: string | undefined;
  codes: readonly Code[];
  coderId: number | undefined;
};

function makeCodingActions(setting: Setting) {
  const remember = (codeId: number) => useUsedCodes.getState().use(setting.studyGuid, codeId);
  const applying = makeApplying(setting, remember);

  const changeTo = async (change: { id: number; codeId?: number; newCodeName?: string }, name: string) => {
    const coding = await runAction(() => getStudyApi().coding.update(change));
    if (!coding) return;
    showCoding(coding);
    remember(coding.codeId);
    useReading.getState().selectCoding(coding.id);
    announce(`Code is now ${name}.`);
  };

  return {
    ...applying,
    ...changing,
    change: (id: number, code: Code) => changeTo({ id, codeId: code.id }, titleOfCode(code)),
    changeToNew: (id: number, name: string) => changeTo({ id, newCodeName: name }, name),
  };
}

/** Puts codes on passages. */
function makeApplying(
  { studyGuid, transcriptId, text, codes, coderId }: Setting,
  remember: (codeId: number) => void,
) {
  const begin = (span: Span) => {
    if (coderId === undefined)
      return void showProblem('Say first who codes: choose or add a coder in the bar at the top.');
    if (transcriptId === undefined) return undefined;
    const { status, evidence } = useReading.getState();
    return { transcriptId, start: span.start, end: span.end, coderId, status, evidence };
  };

  const finish = (coding: Coding | undefined, name: string, span: Span) => {
    if (!coding) return;
    showCoding(coding);
    remember(coding.codeId);
    // Who has selected other words by now goes on with those.
    if (!isSelectedElsewhere(span)) useReading.getState().selectCoding(coding.id);
    announce(`Coded with ${name}.`);
  };

  const apply = async (code: Code, span: Span) => {
    const words = begin(span);
    if (!words) return;
    const coding = await runAction(() => getStudyApi().coding.apply({ ...words, codeId: code.id }));
    finish(coding, titleOfCode(code), span);
  };

  const applyNew = async (name: string, span: Span) => {
    const known = findCodeByName(codes, name);
    if (known) return apply(known, span);
    const words = begin(span);
    if (!words) return;
    finish(await runAction(() => getStudyApi().coding.applyNewCode({ ...words, name })), name, span);
  };

  return {
    apply,
    applyNew,
    applyInVivo: (span: Span) =>
      text === undefined ? undefined : applyNew(nameInVivo(text.slice(span.start, span.end)), span),
    /** Quick code: the last used one that there still is. */
    applyLast: async (span: Span) => {
      const recent = useUsedCodes.getState().studies[studyGuid]?.recent ?? [];
      const last = recent
        .map((id) => codes.find((code) => code.id === id))
        .find((code) => code !== undefined);
      if (last) await apply(last, span);
      else announce('No code was used yet. C opens the code bar.');
    },
  };
}

/** What is done to codings, whatever their code. */
const changing = {
  say: async (id: number, words: { status?: Status; evidence?: EvidenceType; comment?: string }) => {
    const coding = await runAction(() => getStudyApi().coding.update({ id, ...words }));
    if (!coding) return;
    showCoding(coding);
    announce(words.status ?? words.evidence ?? 'Comment saved.');
  },
  /** Moves the boundaries; `said` tells what happened, for those who do not see it. */
  resize: async (id: number, { start, end }: Span, said = 'Boundary moved.') => {
    const coding = await runAction(() => getStudyApi().coding.resize({ id, start, end }));
    if (!coding) return;
    showCoding(coding);
    announce(said);
  },
  split: async (id: number, offset: number) => {
    const parts = await runAction(() => getStudyApi().coding.split({ id, offset }));
    if (!parts) return;
    for (const part of parts) showCoding(part);
    useReading.getState().selectCoding(id);
    announce(`Split before “${parts[1].quote.slice(0, 30)}”. Both parts keep code, status and comment.`);
  },
  remove: async (id: number) => {
    useReading.getState().selectCoding(null);
    const isDone = await runAction(async () => {
      await getStudyApi().coding.delete({ id });
      return true;
    });
    if (isDone) announce('Coding deleted.');
  },
};

const announce = (words: string) => useReading.getState().announce(words);
