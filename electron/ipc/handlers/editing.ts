import {
  type EditPlan,
  editTranscript,
  mapRestsOn,
  planEdit,
  type TranscriptEdit,
} from '../../../db/edit-transcript.ts';
import { countWords } from '../../../db/model/words.ts';
import type { ReadHandle } from '../../../db/sql.ts';
import type { ExcerptUse } from '../../../db/tables/excerpts.ts';
import { getTranscript } from '../../../db/tables/transcripts.ts';
import { editToVersion } from '../../import/versions/restored-version.ts';
import type { EditEffect, TouchedExcerpt, TranscriptChange } from '../contract/editing.ts';
import { service } from './service.ts';

export const editingHandlers = {
  transcript: {
    previewEdit: service.transcript.previewEdit.handler(({ context: { study }, input: { id, change } }) =>
      describePlan(study.read, planEdit(study.read, id, toEdit(study.read, id, change))),
    ),
    edit: service.transcript.edit.handler(({ context: { study }, input: { id, change, mayLose } }) => {
      const edit = toEdit(study.read, id, change);
      study.transact({ label: labelOf(study.read, id, change) }, (write) =>
        editTranscript(write, id, { ...edit, mayLose: new Set(mayLose) }),
      );
    }),
  },
};

function toEdit(read: ReadHandle, id: number, change: TranscriptChange): TranscriptEdit {
  return change.kind === 'edit' ? change : editToVersion(read, id, change.versionId);
}

function labelOf(read: ReadHandle, id: number, change: TranscriptChange): string {
  const { name } = getTranscript(read, id);
  return change.kind === 'edit' ? `Edit transcript ${name}` : `Bring back a former text of ${name}`;
}

function describePlan(read: ReadHandle, plan: EditPlan): EditEffect {
  const { before, after, kept, changed, lost, places } = plan;
  const moves = [...kept, ...changed.map(({ move }) => move)];
  const standing = Map.groupBy(moves, ({ start, end }) => `${start} ${end}`);
  const rests = mapRestsOn(
    read,
    [...changed.map(({ excerpt }) => excerpt), ...lost].map((excerpt) => excerpt.id),
  );
  const tell = ({ id, says: _, ...excerpt }: ExcerptUse, newQuote: string | null, isJoined: boolean) => ({
    excerptId: id,
    ...excerpt,
    newQuote,
    isJoined,
    ...(rests.get(id) ?? { ratings: [], memos: 0, links: 0, examples: 0 }),
  });
  return {
    kept: kept.filter(({ id, start }) => places.get(id) === start).length,
    moved: kept.filter(({ id, start }) => places.get(id) !== start).length,
    changed: changed.map(({ excerpt, move }): TouchedExcerpt => {
      const others = standing.get(`${move.start} ${move.end}`)?.length ?? 1;
      return tell(excerpt, move.quote, others > 1);
    }),
    lost: lost.map((excerpt): TouchedExcerpt => tell(excerpt, null, false)),
    wordsBefore: countWords(before),
    wordsAfter: countWords(after),
  };
}
