import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidenceTypes, statuses } from '../../db/model/coding.ts';
import { ratingValues } from '../../db/model/rating.ts';
import { isWithinPair } from '../../db/model/span.ts';
import { listPersonsByCode } from '../../db/persons.ts';
import { integer, query, type ReadHandle, text, type WriteHandle } from '../../db/sql.ts';
import { openStudy, type Study } from '../../db/study.ts';
import { listCodes, updateCode } from '../../db/tables/codes.ts';
import { splitCoding } from '../../db/tables/coding-split.ts';
import { deleteCoding, getCoding, resizeCoding, updateCoding } from '../../db/tables/codings.ts';
import { savePlacement } from '../../db/tables/placements.ts';
import { saveRating } from '../../db/tables/ratings.ts';
import { deleteTranscript, getTranscriptText } from '../../db/tables/transcripts.ts';
import { setSpeaker } from '../../db/tables/turns.ts';
import { addCoding, addTranscript, dumpTables, makeOpenStudy, openAgain } from '../support/study.ts';

/** One thing a researcher does; numbers choose among the rows there are. */
type Action =
  | { do: 'import'; words: string; company: number; participant: number }
  | { do: 'code'; transcript: number; code: string; status: number }
  | { do: 'change' | 'resize' | 'split' | 'uncode'; coding: number; by: number }
  | { do: 'rate' | 'place'; company: number; by: number }
  | { do: 'rename' | 'speaker'; by: number; words: string }
  | { do: 'delete'; table: string; row: number };

const small = fc.nat({ max: 5 });
const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .filter((word) => word.trim() !== '');
const deletable = [
  'companies',
  'practitioners',
  'participants',
  'sessions',
  'transcripts',
  'codes',
  'excerpts',
];
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ do: fc.constant('import' as const), words, company: fc.nat({ max: 2 }), participant: small }),
  fc.record({ do: fc.constant('code' as const), transcript: small, code: words, status: small }),
  fc.record({
    do: fc.constantFrom('change' as const, 'resize' as const, 'split' as const, 'uncode' as const),
    coding: small,
    by: small,
  }),
  fc.record({ do: fc.constantFrom('rate' as const, 'place' as const), company: small, by: small }),
  fc.record({ do: fc.constantFrom('rename' as const, 'speaker' as const), by: small, words }),
  fc.record({ do: fc.constant('delete' as const), table: fc.constantFrom(...deletable), row: small }),
);

/** Returns the id of the row that the number chooses, or undefined when the table is empty. */
function choose(read: ReadHandle, table: string, number: number): number | undefined {
  const rows = read.all(query({ id: integer }, `SELECT id FROM ${table} ORDER BY id`));
  return rows[number % Math.max(1, rows.length)]?.id;
}

function perform(write: WriteHandle, one: Action, turn: number): void {
  if (one.do === 'import') importTranscript(write, one, turn);
  else if (one.do === 'code') codeTranscript(write, one);
  else if ('coding' in one) changeCoding(write, one.do, choose(write, 'codings', one.coding), one.by);
  else if ('company' in one) judge(write, one.do, choose(write, 'companies', one.company), one.by);
  else if (one.do === 'delete') remove(write, one.table, choose(write, one.table, one.row));
  else rename(write, one.do, one.by, one.words);
}

function importTranscript(write: WriteHandle, one: Extract<Action, { do: 'import' }>, turn: number): void {
  addTranscript(write, {
    name: `T${turn}-${one.participant}-${one.company}`,
    company: `C${one.company}`,
    technique: 'P',
    lines: [
      [`P${one.participant}`, `${one.words} and so on`],
      ['I', one.words],
    ],
  });
}

function codeTranscript(write: WriteHandle, one: Extract<Action, { do: 'code' }>): void {
  const id = choose(write, 'transcripts', one.transcript);
  if (id === undefined) return;
  const { name } = write.get(query({ name: text }, 'SELECT name FROM transcripts WHERE id = ?'), id);
  const status = statuses[one.status % statuses.length] ?? 'partly';
  addCoding(write, { transcript: name, quote: 'and so', code: one.code, status });
}

function changeCoding(write: WriteHandle, what: string, id: number | undefined, by: number): void {
  if (id === undefined) return;
  if (what === 'uncode') deleteCoding(write, id);
  else if (what === 'split') split(write, id, by);
  else if (what === 'resize') resizeCoding(write, id, { start: by, end: by + 4 });
  else {
    const codeId = choose(write, 'codes', by) ?? 0;
    updateCoding(write, id, { codeId, evidence: evidenceTypes[by % evidenceTypes.length] ?? 'affirmation' });
  }
}

/** Where the offset would cut a character nothing is done. */
function split(write: WriteHandle, id: number, by: number): void {
  const { transcriptId, start, end } = getCoding(write, id);
  const offset = start + 1 + by;
  if (offset < end && !isWithinPair(getTranscriptText(write, transcriptId), offset))
    splitCoding(write, id, offset);
}

function judge(write: WriteHandle, what: string, companyId: number | undefined, by: number): void {
  if (companyId === undefined) return;
  const excerpt = choose(write, 'excerpts', by);
  const judgement = { companyId, rationale: `Because ${by}`, coderId: 1 };
  if (what === 'place') savePlacement(write, { ...judgement, value: by / 2, date: null });
  else {
    const value = ratingValues[by % ratingValues.length] ?? 'N';
    saveRating(write, {
      ...judgement,
      itemRef: '1.1',
      value,
      excerptIds: excerpt === undefined ? [] : [excerpt],
    });
  }
}

function rename(write: WriteHandle, what: string, by: number, name: string): void {
  const code = listCodes(write).at(-1 - by);
  const transcript = choose(write, 'transcripts', by);
  if (what === 'rename' && code?.kind === 'open') updateCode(write, code.id, { name: `${name} ${by}` });
  if (what === 'speaker' && transcript !== undefined)
    setSpeaker(write, transcript, 'I', {
      participantId: choose(write, 'participants', by) ?? null,
      isInterviewer: false,
    });
}

function remove(write: WriteHandle, table: string, id: number | undefined): void {
  if (id === undefined) return;
  if (table === 'transcripts') deleteTranscript(write, id);
  else write.run(`DELETE FROM ${table} WHERE id = ?`, id);
}

/** As text, which is compared faster than objects. */
const dump = (study: Study) => {
  expectPersonsToBeTrue(study);
  return JSON.stringify(dumpTables(study.read), null, 1);
};

/** What is remembered of whose words carry which code is what another connection counts. */
function expectPersonsToBeTrue(study: Study): void {
  const other = openStudy(study.path);
  const bySize = (read: ReadHandle) => [...listPersonsByCode(read)].sort(([left], [right]) => left - right);
  try {
    expect(bySize(study.read)).toEqual(bySize(other.read));
  } finally {
    other.close();
  }
}

describe('any sequence of steps', () => {
  it('is undone to the exact former states and redone to the exact later ones, across closing and opening', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(action, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
        (steps) => {
          let study = makeOpenStudy();
          const states = [dump(study)];
          for (const [index, actions] of steps.entries()) {
            const before = study.history.undo;
            study.transact({ label: `Step ${index}` }, (write) => {
              for (const [turn, one] of actions.entries()) perform(write, one, index * 10 + turn);
            });
            // A step that changed nothing is not kept.
            if (study.history.undo !== before) states.push(dump(study));
          }
          for (const state of states.slice(0, -1).reverse()) {
            study.undo();
            expect(dump(study)).toBe(state);
          }
          expect(study.undo()).toBeNull();
          study.close();
          study = openAgain(study.path);
          for (const state of states.slice(1)) {
            study.redo();
            expect(dump(study)).toBe(state);
          }
          expect(study.redo()).toBeNull();
          while (study.undo() !== null);
          expect(dump(study)).toBe(states[0]);
          study.close();
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);
});
