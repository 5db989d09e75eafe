import type { EvidenceType, Status } from '../../db/model/coding.ts';
import type { WriteHandle } from '../../db/sql.ts';
import type { Study } from '../../db/study.ts';
import { ensureOpenCode, findCode, findOpenCode } from '../../db/tables/codes.ts';
import { applyCode } from '../../db/tables/codings.ts';
import { getTranscriptText } from '../../db/tables/transcripts.ts';
import { EventQueue } from '../event-queue.ts';
import { giveWay } from '../import/give-way.ts';
import type { AutoCodeEvent } from '../ipc/contract/auto-code.ts';
import { getPassages, listCodedPassages, type Passage } from './passage-lists.ts';

export type AutoCodeWish = {
  listId: number;
  leftOut: readonly number[];
  code: { codeId: number } | { newCodeName: string };
  coderId: number;
  status: Status;
  evidence: EvidenceType;
};

/** How many codings are written before others get their turn. */
const codingsOfSlice = 40;

/**
 * Puts one code on many passages as one undoable step, in slices. A cancel leaves nothing behind: the step commits only at
 * the end. Passages that this coder has coded so already stay as they are.
 */
export async function* autoCode(
  study: Study,
  wish: AutoCodeWish,
  signal?: AbortSignal,
): AsyncGenerator<AutoCodeEvent> {
  const leftOut = new Set([...wish.leftOut, ...listCodedAlready(study, wish)]);
  const passages = getPassages(study, wish.listId).filter((_, index) => !leftOut.has(index));
  const events = new EventQueue<AutoCodeEvent>();
  const left = new AbortController();
  const ended = signal ? AbortSignal.any([signal, left.signal]) : left.signal;
  const label = toLabel(study, wish, passages.length);
  const written = study
    .transactInSlices({ label, coderId: wish.coderId }, (write) =>
      writeAll(write, passages, wish, {
        signal: ended,
        tell: (done) => events.add(toProgress(done, passages.length)),
      }),
    )
    .finally(() => events.end());
  // Awaited below; until then nobody hears of a failure, which is no reason for the program to end.
  written.catch(() => {});
  try {
    yield* events.drain();
  } finally {
    left.abort();
  }
  const outcome = await written;
  if (outcome !== undefined) yield { kind: 'finished', ...outcome };
}

function listCodedAlready(study: Study, { listId, code, coderId }: AutoCodeWish): number[] {
  const codeId = 'codeId' in code ? code.codeId : findOpenCode(study.read, code.newCodeName)?.id;
  return codeId === undefined ? [] : listCodedPassages(study, listId, codeId, coderId);
}

function toProgress(done: number, total: number): AutoCodeEvent {
  return { kind: 'progress', done, total };
}

function toLabel(study: Study, { code }: AutoCodeWish, count: number): string {
  const known = 'codeId' in code ? findCode(study.read, code.codeId) : undefined;
  const name = 'codeId' in code ? (known?.itemRef ?? `“${known?.name ?? ''}”`) : `“${code.newCodeName}”`;
  return `Auto-code ${count} ${count === 1 ? 'passage' : 'passages'} with ${name}`;
}

/** Returns undefined when it was cancelled. */
async function writeAll(
  write: WriteHandle,
  passages: readonly Passage[],
  { code, coderId, status, evidence }: AutoCodeWish,
  { signal, tell }: { signal: AbortSignal; tell: (done: number) => void },
): Promise<{ codings: number; codeId: number } | undefined> {
  const codeId = 'codeId' in code ? code.codeId : ensureOpenCode(write, code.newCodeName);
  let opened = { id: 0, text: '' };
  for (const [index, { transcriptId, start, end }] of passages.entries()) {
    if (opened.id !== transcriptId)
      opened = { id: transcriptId, text: getTranscriptText(write, transcriptId) };
    applyCode(
      write,
      { transcriptId, start, end, codeId, coderId, status, evidence, comment: '' },
      opened.text,
    );
    if ((index + 1) % codingsOfSlice !== 0) continue;
    tell(index + 1);
    await giveWay();
    if (signal.aborted) return undefined;
  }
  return { codings: passages.length, codeId };
}
