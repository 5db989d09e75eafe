import { useMemo } from 'react';
import type { EvidenceType, Status } from '../../db/model/coding.ts';
import type { Span } from '../../db/model/span.ts';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import type { Coding, Transcript } from '../../electron/ipc/contract/transcripts.ts';
import { getStudyApi } from '../api.ts';
import { titleOfCode } from '../codes/code-branches.ts';
import { foldText } from '../codes/code-search.ts';
import { useDesk } from '../state/desk.ts';
import { showCoding, useCoders } from '../state/queries.ts';
import { runAction, showProblem } from '../widgets/run-action.ts';
import { nameInVivo } from './passage.ts';
import { useReading } from './reading.ts';
import { useUsedCodes } from './used-codes.ts';

export type CodingActions = ReturnType<typeof useCodingActions>;

/** What a researcher does to codings of the open transcript: each is one call, saved at once and undoable. */
export function useCodingActions(
  studyGuid: string,
  transcript: Transcript | undefined,
  codes: readonly Code[],
) {
  const chosenCoder = useDesk(({ coderId }) => coderId);
  const { data: coders } = useCoders();
  const coderId = chosenCoder ?? coders?.[0]?.id;

  return useMemo(() => {
    const remember = (codeId: number) => useUsedCodes.getState().use(studyGuid, codeId);

    const begin = (span: Span) => {
      if (coderId === undefined)
        return void showProblem('Say first who codes: choose or add a coder in the bar at the top.');
      if (!transcript) return undefined;
      const { status, evidence } = useReading.getState();
      return { transcriptId: transcript.id, start: span.start, end: span.end, coderId, status, evidence };
    };

    const finish = (coding: Coding | undefined, name: string) => {
      if (!coding) return;
      showCoding(coding);
      remember(coding.codeId);
      useReading.getState().selectCoding(coding.id);
      useReading.getState().announce(`Coded with ${name}.`);
    };

    const apply = async (code: Code, span: Span) => {
      const words = begin(span);
      if (words)
        finish(
          await runAction(() => getStudyApi().coding.apply({ ...words, codeId: code.id })),
          titleOfCode(code),
        );
    };

    const applyNew = async (name: string, span: Span) => {
      const known = codes.find((code) => code.kind === 'open' && foldText(code.name) === foldText(name));
      if (known) return apply(known, span);
      const words = begin(span);
      if (words) finish(await runAction(() => getStudyApi().coding.applyNewCode({ ...words, name })), name);
    };

    const change = async (codingId: number, code: Code) => {
      await runAction(() => getStudyApi().coding.update({ id: codingId, codeId: code.id }));
      remember(code.id);
      useReading.getState().selectCoding(codingId);
      useReading.getState().announce(`Code is now ${titleOfCode(code)}.`);
    };

    return {
      apply,
      applyNew,
      applyInVivo: (span: Span) =>
        transcript ? applyNew(nameInVivo(transcript.text.slice(span.start, span.end)), span) : undefined,
      change,
      changeToNew: async (codingId: number, name: string) => {
        await runAction(() => getStudyApi().coding.update({ id: codingId, newCodeName: name }));
        useReading.getState().selectCoding(codingId);
      },
      say: async (
        codingId: number,
        words: { status?: Status; evidence?: EvidenceType; comment?: string },
      ) => {
        await runAction(() => getStudyApi().coding.update({ id: codingId, ...words }));
        useReading.getState().announce(words.status ?? words.evidence ?? 'Comment saved.');
      },
      resize: (codingId: number, span: Span) =>
        runAction(() => getStudyApi().coding.resize({ id: codingId, start: span.start, end: span.end })),
      remove: async (codingId: number) => {
        useReading.getState().selectCoding(null);
        await runAction(() => getStudyApi().coding.delete({ id: codingId }));
        useReading.getState().announce('Coding deleted.');
      },
    };
  }, [studyGuid, transcript, codes, coderId]);
}
