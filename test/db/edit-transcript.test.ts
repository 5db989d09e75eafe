import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editTranscript, mapRestsOn, planEdit, TranscriptEditError } from '../../db/edit-transcript.ts';
import {
  type DraftTurn,
  fromDraft,
  insertBehind,
  joinTurns,
  splitTurn,
  toDraft,
} from '../../db/model/draft-turn.ts';
import { splicePieces, textOfPieces } from '../../db/model/pieces.ts';
import { markOf } from '../../db/model/text-mark.ts';
import { withSpeaker } from '../../db/model/turn-frame.ts';
import { integer, nullable, query, type ReadHandle, text } from '../../db/sql.ts';
import type { Study } from '../../db/study.ts';
import { listAlteredExcerpts, listExcerptUses } from '../../db/tables/excerpts.ts';
import { insertMemo } from '../../db/tables/memos.ts';
import { saveRating } from '../../db/tables/ratings.ts';
import {
  getVersion,
  getVersionOriginal,
  keepVersion,
  listVersions,
} from '../../db/tables/transcript-versions.ts';
import {
  getOriginal,
  getTranscript,
  getTranscriptText,
  replaceTranscriptText,
} from '../../db/tables/transcripts.ts';
import { listStoredTurns } from '../../db/tables/turn-edits.ts';
import { anyText, passagesOf } from '../support/edited-text.ts';
import {
  addCoding,
  addPerson,
  addTranscript,
  countRows,
  dumpTables,
  makeOpenStudy,
} from '../support/study.ts';

const quotes = query({ quote: text }, 'SELECT quote FROM excerpts ORDER BY start_offset, end_offset');
const anchor = query(
  { excerptId: nullable(integer) },
  "SELECT anchor_excerpt_id AS excerptId FROM codes WHERE item_ref = 'R3'",
);
const present = query(
  { label: text },
  `SELECT p.label FROM session_participants sp JOIN participants p ON p.id = sp.participant_id ORDER BY 1`,
);
const lastStep = query(
  { label: text, changes: integer },
  `SELECT label, (SELECT count(*) FROM changes c WHERE c.step_id = s.id AND c.table_name = 'turns') AS changes
   FROM steps s WHERE undone = 0 ORDER BY id DESC LIMIT 1`,
);

/** I asks, P1 answers; “by hand”, “on Fridays” and “Friday 😀 night” are coded. */
function makeCodedStudy(): Study {
  const study = makeOpenStudy();
  study.transact({ label: 'Fill' }, (write) => {
    addTranscript(write, {
      name: 'T',
      company: 'A',
      technique: 'P',
      lines: [
        ['I', 'Who deploys?'],
        ['P1', 'We deploy by hand on Fridays. Friday 😀 night.'],
        ['I', 'Always?'],
      ],
    });
    addPerson(write, 'P2', 'Ann', 1);
    addCoding(write, { transcript: 'T', quote: 'by hand', code: 'R3' });
    addCoding(write, { transcript: 'T', quote: 'on Fridays', code: 'R3' });
    addCoding(write, { transcript: 'T', quote: 'Friday 😀 night', code: 'R8' });
  });
  return study;
}

type Change = (draft: DraftTurn[]) => DraftTurn[];

/** What the editor hands over after a change. */
function edit(read: ReadHandle, change: Change) {
  const stored = listStoredTurns(read, 1);
  const body = getTranscriptText(read, 1);
  return { ...fromDraft(change(toDraft(body, stored)), body.length), base: markOf(body, stored) };
}

const save = (study: Study, change: Change, mayLose: number[] = []) =>
  study.transact({ label: 'Edit transcript T' }, (write) =>
    editTranscript(write, 1, { ...edit(write, change), mayLose: new Set(mayLose) }),
  );

/** Writes something in the place of the first such words of a draft. */
const correct =
  (former: string, later: string): Change =>
  (draft) =>
    draft.map(({ frame, words }) => {
      const start = textOfPieces(words).indexOf(former);
      const span = { start, end: start + former.length, text: later };
      return start < 0 ? { frame, words } : { frame, words: splicePieces(words, span) };
    });

const quotesOf = (study: Study) => study.read.all(quotes).map(({ quote }) => quote);

describe('a coded transcript whose text is corrected', () => {
  it('keeps every quote that is not touched, wherever it moves', () => {
    const study = makeCodedStudy();
    save(study, correct('We deploy', 'We all do deploy 🚀'));
    expect(quotesOf(study)).toEqual(['by hand', 'on Fridays', 'Friday 😀 night']);
    expect(listAlteredExcerpts(study.read)).toEqual([]);
    expect(getTranscript(study.read, 1).words).toBe(16);
  });

  it('changes the quotes in which something was written', () => {
    const study = makeCodedStudy();
    save(study, correct('on Fri', 'on Satur'));
    expect(quotesOf(study)).toEqual(['by hand', 'on Saturdays', 'Friday 😀 night']);
  });

  it('leaves no blanks at the ends of a passage of which words were taken out', () => {
    const study = makeCodedStudy();
    save(study, correct('hand', ''));
    expect(quotesOf(study)[0]).toBe('by');
    const plan = planEdit(study.read, 1, edit(study.read, correct('by', '')));
    expect(plan.lost.map(({ quote }) => quote)).toEqual(['by']);
  });

  it('keeps the former text as a version, whose file is still that of the transcript', () => {
    const study = makeCodedStudy();
    const former = getTranscriptText(study.read, 1);
    save(study, correct('by hand', 'by script'));
    save(study, correct('by script', 'by scripts'));
    const versions = listVersions(study.read, 1);
    expect(versions.map(({ number, reason }) => [number, reason])).toEqual([
      [2, 'edit'],
      [1, 'edit'],
    ]);
    expect(getVersion(study.read, 1, versions[1]?.id ?? 0).text).toBe(former);
    const original = getOriginal(study.read, 1).bytes;
    for (const { id } of versions) expect(getVersionOriginal(study.read, 1, id).bytes).toEqual(original);

    study.transact({ label: 'Replace' }, (write) => {
      keepVersion(write, 1, 'file');
      const fields = { fileName: 'new.txt', mediaType: 'text/plain', charset: null, sha256: 'x', words: 1 };
      replaceTranscriptText(write, 1, { ...fields, text: 'New.' }, Buffer.from('New.'));
    });
    for (const { id } of versions) expect(getVersionOriginal(study.read, 1, id).bytes).toEqual(original);
    expect(Buffer.from(getOriginal(study.read, 1).bytes).toString()).toBe('New.');
  });

  it('takes along ratings, memos and examples, and names those on a passage that would be lost', () => {
    const study = makeCodedStudy();
    study.transact({ label: 'Judge' }, (write) => {
      const rating = { companyId: 1, itemRef: '2.1', value: 'N', rationale: '', coderId: 1 } as const;
      saveRating(write, { ...rating, excerptIds: [1] });
      const { start, end } = listExcerptUses(write, 1)[0] ?? { start: 0, end: 0 };
      insertMemo(write, { transcriptId: 1, span: { start, end }, author: '', writtenAt: null, text: 'Ask.' });
      write.run("UPDATE codes SET anchor_excerpt_id = 1 WHERE item_ref = 'R3'");
    });
    save(study, correct('We', 'We always'));
    expect(listExcerptUses(study.read, 1)[0]).toMatchObject({ quote: 'by hand', ratings: 1, memos: 1 });
    expect(study.read.get(anchor).excerptId).toBe(1);

    const plan = planEdit(study.read, 1, edit(study.read, correct('by hand ', '')));
    expect(plan.lost.map(({ id }) => id)).toEqual([1]);
    expect(mapRestsOn(study.read, [1]).get(1)).toEqual({
      ratings: [{ company: 'A', itemRef: '2.1', value: 'N' }],
      memos: 1,
      links: 0,
      examples: 1,
    });
  });

  it('loses a coded passage only when that was known', () => {
    const study = makeCodedStudy();
    const before = dumpTables(study.read);
    expect(() => save(study, correct('by hand ', ''))).toThrow(TranscriptEditError);
    expect(dumpTables(study.read)).toEqual(before);
    save(study, correct('by hand ', ''), [1]);
    expect(quotesOf(study)).toEqual(['on Fridays', 'Friday 😀 night']);
    study.undo();
    expect(dumpTables(study.read)).toEqual(before);
  });

  it('does not let a coding go without a word when two passages become one and say the contrary', () => {
    const study = makeCodedStudy();
    study.transact({ label: 'Code' }, (write) =>
      addCoding(write, { transcript: 'T', quote: 'by hand on', code: 'R3', status: 'planned' }),
    );
    const plan = planEdit(study.read, 1, edit(study.read, correct(' on', '')));
    expect(plan.lost.map(({ quote }) => quote)).toEqual(['by hand on']);
  });

  it('is not changed by an edit of what it was before', () => {
    const study = makeCodedStudy();
    const late = edit(study.read, correct('by hand', 'by script'));
    save(study, correct('Always', 'Ever'));
    expect(() =>
      study.transact({ label: 'Edit' }, (write) => editTranscript(write, 1, { ...late, mayLose: new Set() })),
    ).toThrow('was changed since you began to edit');
    expect(() => save(study, () => [], [1, 2, 3])).toThrow('Nothing would be left');
  });

  it('is not found under its former words: their row of the index goes', () => {
    const study = makeCodedStudy();
    study.transact({ label: 'Index' }, (write) => {
      write.run('INSERT INTO transcript_words (rowid, text) SELECT id, text FROM transcripts');
    });
    save(study, correct('by hand', 'by script'));
    expect(countRows(study.read, 'transcript_words')).toBe(0);
  });
});

describe('the turns of a coded transcript', () => {
  const speakers = (study: Study) =>
    listStoredTurns(study.read, 1).map(({ id, label, participantId, isInterviewer }) => [
      id,
      label,
      participantId,
      isInterviewer,
    ]);
  const split: Change = ([first, second, third]) =>
    first && second && third ? [first, ...splitTurn(second, 29), third] : [];

  it('are split and joined; rows that stay keep their ids', () => {
    const study = makeCodedStudy();
    save(study, split);
    expect(speakers(study)).toEqual([
      [1, 'I', null, true],
      [2, 'P1', 1, false],
      [4, 'P1', 1, false],
      [3, 'I', null, true],
    ]);
    expect(quotesOf(study)).toEqual(['by hand', 'on Fridays', 'Friday 😀 night']);
    save(study, ([first, second, third, fourth]) =>
      first && second && third && fourth ? [first, joinTurns(second, third), fourth] : [],
    );
    expect(getTranscriptText(study.read, 1)).toContain(
      'P1: We deploy by hand on Fridays. Friday 😀 night.\nI',
    );
    expect(speakers(study).map(([id]) => id)).toEqual([1, 2, 3]);
  });

  it('are given to somebody else, who was then present; a turn alone is written', () => {
    const study = makeCodedStudy();
    const speaker = { label: 'P2', participantId: 2, isInterviewer: false };
    save(study, ([first, second, third]) =>
      first && second && third ? [first, second, { ...third, frame: withSpeaker(third.frame, speaker) }] : [],
    );
    expect(speakers(study)[2]).toEqual([3, 'P2', 2, false]);
    expect(getTranscriptText(study.read, 1)).toContain('\nP2: Always?');
    expect(study.read.all(present)).toEqual([{ label: 'P2' }]);
    expect(study.read.get(lastStep)).toEqual({ label: 'Edit transcript T', changes: 1 });
  });

  it('are written and taken out in one step, whose undo and redo restore every row', () => {
    const study = makeCodedStudy();
    const before = dumpTables(study.read);
    const speaker = { label: 'P2', participantId: 2, isInterviewer: false };
    save(
      study,
      (draft) => {
        const [, second, third] = split(draft);
        const [one, other] = third ? insertBehind(third, speaker) : [];
        return second && one && other ? [second, one, other] : [];
      },
      [],
    );
    expect(speakers(study).map(([, label]) => label)).toEqual(['P1', 'P1', 'P2']);
    const after = dumpTables(study.read);
    study.undo();
    expect(dumpTables(study.read)).toEqual(before);
    study.redo();
    expect(dumpTables(study.read)).toEqual(after);
  });
});

describe('whatever is edited and coded in a study', () => {
  const steps = fc.array(
    fc.record({
      do: fc.constantFrom('type', 'split', 'join', 'delete'),
      turn: fc.nat({ max: 5 }),
      start: fc.nat({ max: 40 }),
      length: fc.nat({ max: 12 }),
      text: anyText,
    }),
    { minLength: 1, maxLength: 4 },
  );
  const lines = fc.array(anyText, { minLength: 1, maxLength: 4 });

  it('leaves quotes that are what the text says, and undo restores the exact former state', () => {
    const wish = lines.chain((words) =>
      fc.record({ words: fc.constant(words), steps, passages: fc.tuple(...words.map(passagesOf)) }),
    );
    fc.assert(
      fc.property(wish, ({ words, steps: changes, passages }) => {
        const study = makeOpenStudy();
        study.transact({ label: 'Fill' }, (write) => {
          const speeches = words.map((said, index) => [index % 2 ? 'I' : 'P1', said] as [string, string]);
          addTranscript(write, { name: 'T', company: 'A', technique: 'P', lines: speeches });
          passages.flat().forEach(({ start, end }, index) => {
            const quote = words[index % words.length]?.slice(start, end);
            if (quote) addCoding(write, { transcript: 'T', quote, code: `${index % 2}` });
          });
        });
        const before = dumpTables(study.read);
        const made = edit(study.read, (draft) => changes.reduce(carryOut, draft));
        const plan = tryPlan(study, made);
        if (!plan) return;
        const mayLose = new Set(plan.lost.map(({ id }) => id));
        study.transact({ label: 'Edit' }, (write) => editTranscript(write, 1, { ...made, mayLose }));
        expect(listAlteredExcerpts(study.read)).toEqual([]);
        if (study.read.get(lastStep).label === 'Edit') study.undo();
        expect(dumpTables(study.read)).toEqual(before);
        study.close();
      }),
      { numRuns: 40 },
    );
  });

  /** Undefined when nothing is left of the text, which is refused. */
  function tryPlan(study: Study, made: ReturnType<typeof edit>) {
    try {
      return planEdit(study.read, 1, made);
    } catch (error) {
      if (error instanceof TranscriptEditError) return undefined;
      throw error;
    }
  }

  function carryOut(
    draft: DraftTurn[],
    step: { do: string; turn: number; start: number; length: number; text: string },
  ): DraftTurn[] {
    const index = step.turn % Math.max(draft.length, 1);
    const [one, next] = [draft[index], draft[index + 1]];
    if (!one) return draft;
    const length = textOfPieces(one.words).length;
    const start = Math.min(step.start, length);
    const span = { start, end: Math.min(start + step.length, length), text: step.text };
    if (step.do === 'split') return draft.toSpliced(index, 1, ...splitTurn(one, start));
    if (step.do === 'join') return next ? draft.toSpliced(index, 2, joinTurns(one, next)) : draft;
    if (step.do === 'delete') return draft.toSpliced(index, 1);
    return draft.toSpliced(index, 1, { ...one, words: splicePieces(one.words, span) });
  }
});
