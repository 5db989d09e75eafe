import { findLinkableExcerpts, listExcerptsLinkedFrom } from '../../../db/linked-excerpts.ts';
import { findMemos } from '../../../db/memo-search.ts';
import {
  findMemoAbout,
  listMemosByIds,
  listMemosInTranscript,
  listMemosLinkedTo,
  listMemosOn,
} from '../../../db/memos.ts';
import type { ReadHandle } from '../../../db/sql.ts';
import {
  countMemos,
  deleteMemo,
  getMemoContent,
  updateMemo,
  writeNewMemo,
} from '../../../db/tables/memos.ts';
import { service } from './service.ts';

export const memoHandlers = {
  memo: {
    about: service.memo.about.handler(
      ({ context: { study }, input: { target } }) => findMemoAbout(study.read, target) ?? null,
    ),
    list: service.memo.list.handler(({ context: { study }, input: { target, coderIds } }) =>
      listMemosOn(study.read, target, coderIds),
    ),
    ofTranscript: service.memo.ofTranscript.handler(
      ({ context: { study }, input: { transcriptId, coderIds } }) =>
        listMemosInTranscript(study.read, transcriptId, coderIds),
    ),
    linkedFrom: service.memo.linkedFrom.handler(({ context: { study }, input: { excerptId, coderIds } }) =>
      listMemosLinkedTo(study.read, excerptId, coderIds),
    ),
    find: service.memo.find.handler(({ context: { study }, input }) => findMemos(study.read, input)),
    rows: service.memo.rows.handler(({ context: { study }, input: { ids } }) =>
      listMemosByIds(study.read, ids),
    ),
    get: service.memo.get.handler(({ context: { study }, input: { id } }) => getMemo(study.read, id)),
    counts: service.memo.counts.handler(({ context: { study }, input: { on, coderIds } }) =>
      countMemos(study.read, on, coderIds),
    ),
    excerpts: service.memo.excerpts.handler(({ context: { study }, input }) =>
      findLinkableExcerpts(study.read, input),
    ),
    create: service.memo.create.handler(({ context: { study }, input }) => {
      const about = findMemoAbout(study.read, input.target);
      if (!about) throw new Error('What this memo is on does not exist any more. Copy its text elsewhere.');
      const id = study.transact({ label: labelOf(about.about), coderId: input.coderId }, (write) =>
        writeNewMemo(write, input),
      );
      return { id };
    }),
    update: service.memo.update.handler(({ context: { study }, input: { id, coderId, ...change } }) => {
      const { about } = getRow(study.read, id);
      const meaning = { label: labelOf(about), coderId, continues: true };
      study.transact(meaning, (write) => updateMemo(write, id, change));
    }),
    delete: service.memo.delete.handler(({ context: { study }, input: { id } }) => {
      const { about } = getRow(study.read, id);
      study.transact({ label: `Delete memo on ${about}` }, (write) => deleteMemo(write, id));
    }),
  },
};

/** The same for a new memo and for every save of it, so that one sitting is one step. */
const labelOf = (about: string) => `Write memo on ${about}`;

function getRow(read: ReadHandle, id: number) {
  const [row] = listMemosByIds(read, [id]);
  if (!row) throw new Error('This memo does not exist any more.');
  return row;
}

function getMemo(read: ReadHandle, id: number) {
  const { document, text } = getMemoContent(read, id);
  return { ...getRow(read, id), document, text, linked: listExcerptsLinkedFrom(read, id) };
}
