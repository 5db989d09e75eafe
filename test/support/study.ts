import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { newGuid } from '../../db/guid.ts';
import type { EvidenceType, Status } from '../../db/model/coding.ts';
import { findTechniqueLetter } from '../../db/model/technique.ts';
import { countWords } from '../../db/model/words.ts';
import { integer, query, type ReadHandle, text as textColumn, type WriteHandle } from '../../db/sql.ts';
import { openStudy, type Study } from '../../db/study.ts';
import { openStudyFile } from '../../db/study-file.ts';
import { ensureCoder } from '../../db/tables/coders.ts';
import { findItemCode, findOpenCode, insertOpenCode } from '../../db/tables/codes.ts';
import { applyCode } from '../../db/tables/codings.ts';
import { ensureCompany } from '../../db/tables/companies.ts';
import { ensureParticipant, findParticipant } from '../../db/tables/participants.ts';
import { findPractitioner, insertPractitioner } from '../../db/tables/practitioners.ts';
import { findSession, insertSession } from '../../db/tables/sessions.ts';
import { findTechnique } from '../../db/tables/techniques.ts';
import { insertTranscript, listTranscriptNames } from '../../db/tables/transcripts.ts';
import { insertTurns, type NewTurn } from '../../db/tables/turns.ts';
import { makeStudy } from '../../electron/import/make-study.ts';
import { resourceFolders } from '../../electron/resource-folders.ts';

/** Studies for tests: real files in a folder that goes when the test file is over. */

export const temporaryFolder = mkdtempSync(join(tmpdir(), 'casebench-test-'));
const opened: Study[] = [];
let count = 0;

afterAll(() => {
  for (const study of opened) study.close();
  rmSync(temporaryFolder, { recursive: true, force: true });
});

/** Returns a path at which nothing stands yet. */
export function freePath(extension = '.casebench'): string {
  count += 1;
  return join(temporaryFolder, `${count}${extension}`);
}

let template: string | undefined;

/** Returns the path of a closed study of the shipped scheme with the coder AB, without companies. */
export function makeStudyFile(): string {
  if (template === undefined) {
    template = freePath();
    makeStudy(template, {
      name: 'Test',
      schemesFolder: resourceFolders().schemes,
      schemeId: 'mlops-maturity-2021',
      coder: 'AB',
    }).close();
  }
  const path = freePath();
  copyFileSync(template, path);
  return path;
}

/** Returns an open study like that of `makeStudyFile`; it is closed when the test file is over. */
export function makeOpenStudy(): Study {
  return openAgain(makeStudyFile());
}

/** Opens a study that is closed when the test file is over. */
export function openAgain(path: string): Study {
  return closeAtEnd(openStudy(path));
}

/** Closes a study when the test file is over, before its folder goes; returns it. */
export function closeAtEnd(study: Study): Study {
  opened.push(study);
  return study;
}

/** Writes to a study as another program would: without a step. */
export function writeAsStranger(path: string, sql: string): void {
  const { connection } = openStudyFile(path);
  connection.exec(sql);
  connection.close();
}

/** What a speaker says; `I` is the interviewer, null nobody. */
export type Line = [speaker: string | null, words: string];

export type TranscriptWish = {
  name: string;
  company: string;
  technique: string;
  lines: readonly Line[];
  /** Names of practitioners by participant id; an id that is not named is a practitioner of that name. */
  people?: Readonly<Record<string, string>>;
};

/** Adds a transcript with its company, session, people and turns; returns its id. */
export function addTranscript(write: WriteHandle, wish: TranscriptWish): number {
  const companyId = ensureCompany(write, wish.company);
  const sessionId = findSession(write, wish.name)?.id ?? addSession(write, wish, companyId);
  const { text, turns } = layOut(write, wish, companyId);
  const transcriptId = insertTranscript(
    write,
    {
      sessionId,
      name: wish.name,
      fileName: `${wish.name}.txt`,
      mediaType: 'text/plain',
      charset: 'utf-8',
      sha256: newGuid(),
      words: countWords(text),
      text,
    },
    Buffer.from(text),
  );
  insertTurns(write, transcriptId, turns);
  return transcriptId;
}

function addSession(write: WriteHandle, { name, technique }: TranscriptWish, companyId: number): number {
  return insertSession(write, {
    label: name,
    companyId,
    techniqueId: findTechnique(write, technique)?.id ?? 0,
    date: '2021-02-03',
    durationMinutes: 45,
    interviewer: 'AB',
    language: 'en',
  });
}

function layOut(write: WriteHandle, { lines, people = {} }: TranscriptWish, companyId: number) {
  let text = '';
  const turns: NewTurn[] = lines.map(([label, words]) => {
    const start = text.length;
    const head = label === null ? '' : `${label}: `;
    text += `${head}${words}\n`;
    return {
      start,
      textStart: start + head.length,
      end: text.length,
      label,
      time: null,
      endTime: null,
      participantId: isPerson(label) ? addPerson(write, label, people[label] ?? label, companyId) : null,
      isInterviewer: label === 'I',
    };
  });
  return { text, turns };
}

function isPerson(label: string | null): label is string {
  return label !== null && findTechniqueLetter(label) !== undefined;
}

/** Adds a participant id to a practitioner, who is added when new; returns the participant's row. */
export function addPerson(write: WriteHandle, label: string, name: string, companyId: number): number {
  const known = findParticipant(write, label);
  if (known) return known.id;
  const practitionerId =
    findPractitioner(write, name)?.id ??
    insertPractitioner(write, { companyId, name, role: 'Engineer', seniority: '' });
  return ensureParticipant(write, { label, practitionerId });
}

export type CodingWish = {
  transcript: string;
  quote: string;
  code: string;
  coder?: string;
  status?: Status;
  evidence?: EvidenceType;
};

/** Puts a scheme item or an open code on the first place that says the quote; returns the coding's id. */
export function addCoding(write: WriteHandle, wish: CodingWish): number {
  const transcriptId = listTranscriptNames(write).find(({ name }) => name === wish.transcript)?.id ?? 0;
  const { text } = write.get(textOf, transcriptId);
  const start = text.indexOf(wish.quote);
  const code = findItemCode(write, wish.code) ?? findOpenCode(write, wish.code);
  return applyCode(write, {
    transcriptId,
    start,
    end: start + wish.quote.length,
    codeId: code?.id ?? insertOpenCode(write, { name: wish.code }),
    coderId: ensureCoder(write, wish.coder ?? 'AB'),
    status: wish.status ?? 'in place',
    evidence: wish.evidence ?? 'affirmation',
    comment: '',
  });
}

const textOf = query({ text: textColumn }, 'SELECT text FROM transcripts WHERE id = ?');
const tables = query(
  { name: textColumn },
  `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
   AND name NOT IN ('sqlite_schema', 'steps', 'changes') ORDER BY name`,
);

/** Returns every row of every table but the history's own and derived ones, for comparing whole states. */
export function dumpTables(read: ReadHandle): Record<string, unknown[]> {
  return Object.fromEntries(
    read.all(tables).map(({ name }) => [name, read.all(query({}, `SELECT * FROM ${name} ORDER BY 1, 2`))]),
  );
}

/** Returns the number of rows of a table. */
export function countRows(read: ReadHandle, table: string): number {
  return read.get(query({ rows: integer }, `SELECT count(*) AS rows FROM ${table}`)).rows;
}
