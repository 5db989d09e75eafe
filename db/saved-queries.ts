import {
  listReferences,
  mapReferences,
  type ReferenceKind,
  type StoredQuestion,
  storedQuestionSchema,
} from './model/question-references.ts';
import { openQuestion, type Question } from './model/retrieval.ts';
import { integer, query, type ReadHandle, text, type WriteHandle } from './sql.ts';
import { listSavedQueryRows, updateSavedQuery } from './tables/saved-queries.ts';

/** A question that was given a name; `remarks` says in sentences what it names that is gone from the study. */
export type SavedQuery = { id: number; name: string; question: Question; remarks: string[] };

/** What stands behind each kind of reference, and what it is called on screen. */
const sources: Record<ReferenceKind, { select: string; noun: string }> = {
  code: { select: "SELECT id, guid, coalesce(item_ref || ' ', '') || name AS name FROM codes", noun: 'code' },
  company: { select: 'SELECT id, guid, label AS name FROM companies', noun: 'company' },
  practitioner: { select: 'SELECT id, guid, name FROM practitioners', noun: 'practitioner' },
  coder: { select: 'SELECT id, guid, name FROM coders', noun: 'coder' },
  transcript: { select: 'SELECT id, guid, name FROM transcripts', noun: 'transcript' },
  excerpt: { select: 'SELECT id, guid, substr(quote, 1, 60) AS name FROM excerpts', noun: 'excerpt' },
};
const columns = { id: integer, guid: text, name: text };
const referenceById = (kind: ReferenceKind) => query(columns, `${sources[kind].select} WHERE id = ?`);
const referenceByGuid = (kind: ReferenceKind) => query(columns, `${sources[kind].select} WHERE guid = ?`);

/** Returns a question as it is kept, with guid and name of all that it names; what is gone already is left out. */
export function toStoredQuestion(read: ReadHandle, question: Question): StoredQuestion {
  const references = listReferences(question).flatMap(({ kind, id }) => {
    const row = read.find(referenceById(kind), id);
    return row ? [{ kind, ...row }] : [];
  });
  const known = new Set(references.map(({ kind, id }) => `${kind} ${id}`));
  return {
    question: mapReferences(question, (kind, id) => (known.has(`${kind} ${id}`) ? id : undefined)),
    references,
  };
}

/** Returns the saved queries by name, each with the ids of now. One that this program cannot read says so. */
export function listSavedQueries(read: ReadHandle): SavedQuery[] {
  return listSavedQueryRows(read).map(({ id, name, query: json }) => ({
    id,
    name,
    ...toQuestion(read, json),
  }));
}

function toQuestion(read: ReadHandle, json: string): Pick<SavedQuery, 'question' | 'remarks'> {
  const stored = storedQuestionSchema.safeParse(JSON.parse(json));
  if (!stored.success) {
    const remark = 'This query was saved by another version of Casebench and cannot be read by this one.';
    return { question: openQuestion, remarks: [remark] };
  }
  const { question, references } = stored.data;
  const remarks: string[] = [];
  const ids = new Map<string, number>();
  for (const { kind, id, guid, name } of references) {
    const now = read.find(referenceByGuid(kind), guid);
    if (now) ids.set(`${kind} ${id}`, now.id);
    else remarks.push(`The ${sources[kind].noun} “${name}” is gone from the study, and so from this query.`);
  }
  return { question: mapReferences(question, (kind, id) => ids.get(`${kind} ${id}`)), remarks };
}

/** Makes the saved queries that name a code ask for the code that it is merged into. Both must still exist. */
export function followMergedCode(write: WriteHandle, fromId: number, intoId: number): void {
  const from = write.get(referenceById('code'), fromId);
  const { guid, name } = write.get(referenceById('code'), intoId);
  for (const { id, query: json } of listSavedQueryRows(write)) {
    const stored = storedQuestionSchema.safeParse(JSON.parse(json));
    if (!stored.success || stored.data.references.every((one) => one.guid !== from.guid)) continue;
    const references = stored.data.references.map((one) =>
      one.guid === from.guid ? { ...one, guid, name } : one,
    );
    updateSavedQuery(write, id, JSON.stringify({ ...stored.data, references }));
  }
}
