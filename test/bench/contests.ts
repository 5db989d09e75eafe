import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { listEvidence } from '../../db/evidence.ts';
import { openStudy, type Study } from '../../db/study.ts';
import { listCodes } from '../../db/tables/codes.ts';
import type { Corpus } from './corpus.ts';
import * as floor from './floor.ts';
import { type Contest, measure, type Result } from './measure.ts';
import { applyCorpusCodings, connect, importFolder, makeEmptyStudy } from './program.ts';
import { listRetrievalContests } from './retrieval-contests.ts';

/** Where a size is measured: its corpus, a scratch folder, and how often. */
export type Course = { corpus: Corpus; scratch: string; runs: number };

type Import = { study: Study; raw: Database.Database; transcriptIds: number[] };

/**
 * Previews a folder of files and imports all of it into a new study. The floor reads the texts, writes them and builds
 * a full-text index. Making the study and closing it are not timed.
 */
export function importContest({ corpus, scratch, runs }: Course): Contest<Import> {
  return importingContest('import', corpus.folder, { corpus, scratch, runs });
}

/** Imports the texts of a corpus from files of another format; the floor has the plain texts. */
export function importingContest(
  name: string,
  folder: string,
  { corpus, scratch, runs }: Course,
): Contest<Import> {
  return {
    name,
    runs,
    prepare: (run) => ({
      study: makeEmptyStudy(join(scratch, `${name}-${run}.casebench`)),
      raw: floor.createFloor(join(scratch, `${name}-${run}.sqlite`)),
      transcriptIds: [],
    }),
    program: async (prepared) => {
      prepared.transcriptIds = await importFolder(prepared.study, folder);
    },
    floor: ({ raw }) => {
      floor.importTexts(raw, corpus);
      floor.indexTexts(raw);
    },
    clear: ({ study, raw, transcriptIds }) => {
      if (transcriptIds.length !== corpus.files.length) throw new Error('Not every transcript was imported.');
      discard(study, raw);
    },
  };
}

/** Takes an import back. The floor deletes its texts; the program keeps them, so that they can be redone. */
export function undoImportContest({ corpus, scratch, runs }: Course): Contest<Import> {
  return {
    name: 'undo-import',
    runs,
    prepare: async (run) => {
      const study = makeEmptyStudy(join(scratch, `undo-${run}.casebench`));
      const raw = floor.createFloor(join(scratch, `undo-${run}.sqlite`));
      floor.importTexts(raw, corpus);
      return { study, raw, transcriptIds: await importFolder(study, corpus.folder) };
    },
    program: ({ study }) => study.undo(),
    floor: ({ raw }) => floor.deleteTexts(raw),
    clear: ({ study, raw }) => discard(study, raw),
  };
}

/** Measures what is read from and written to a study that holds the whole corpus. */
export async function measureFullStudy(course: Course): Promise<Result[]> {
  const { corpus, scratch } = course;
  const path = join(scratch, 'full.casebench');
  const rawPath = join(scratch, 'full.sqlite');
  await fillStudy(path, corpus);
  fillFloor(rawPath, corpus);
  const results = [await measure(openContest(course, path, rawPath), false)];
  const study = openStudy(path);
  const raw = floor.openFloor(rawPath, 'FULL');
  for (const contest of listStudyContests(course, study, raw)) results.push(await measure(contest, true));
  results.push(await measure(applyContest(course, study, raw), true));
  discard(study, raw);
  return results;
}

export async function fillStudy(path: string, corpus: Corpus): Promise<void> {
  const study = makeEmptyStudy(path);
  applyCorpusCodings(study, corpus, await importFolder(study, corpus.folder));
  study.close();
}

function fillFloor(path: string, corpus: Corpus): void {
  const raw = floor.createFloor(path);
  floor.importTexts(raw, corpus);
  floor.insertCodes(raw, corpus);
  floor.insertCodings(raw, corpus);
  raw.pragma('wal_checkpoint(TRUNCATE)');
  raw.close();
}

type Opened = { study: Study | undefined; raw: Database.Database | undefined };

/** Opens a study up to the lists that its window shows first. Closing it again is not timed. */
function openContest({ runs }: Course, path: string, rawPath: string): Contest<Opened> {
  return {
    name: 'open-study',
    runs: runs * 2,
    prepare: () => ({ study: undefined, raw: undefined }),
    program: async (opened) => {
      opened.study = openStudy(path);
      const client = connect(opened.study);
      await client.study.get();
      await client.coder.list();
      await client.transcript.list();
      await client.code.list();
    },
    floor: (opened) => {
      opened.raw = floor.openAndList(rawPath);
    },
    clear: ({ study, raw }) => {
      study?.close();
      raw?.close();
    },
  };
}

function listStudyContests({ corpus, runs }: Course, study: Study, raw: Database.Database): Contest<void>[] {
  const client = connect(study);
  const mostUsed = getCodeId(study, corpus.codes[corpus.mostUsed]?.name ?? '');
  const otherIds = corpus.codes.slice(0, 10).map(({ name }) => getCodeId(study, name));
  const contest = (name: string, program: () => unknown, ofFloor: () => unknown): Contest<void> => ({
    name,
    runs,
    prepare: () => {},
    program,
    floor: ofFloor,
  });
  return [
    contest(
      'retrieve-one-code',
      () => listEvidence(study.read, { codeIds: [mostUsed] }),
      () => floor.retrieve(raw, corpus.mostUsed),
    ),
    contest(
      'retrieve-all-codes',
      () => listEvidence(study.read),
      () => floor.retrieve(raw, null),
    ),
    ...listRetrievalContests(study, raw, runs, {
      mostUsed: corpus.mostUsed,
      mostUsedId: mostUsed,
      otherIds,
    }),
    contest(
      'open-transcript',
      () => client.transcript.get({ id: 1 }),
      () => floor.readDocument(raw, 1),
    ),
    contest(
      'list-codes',
      () => client.code.list(),
      () => floor.listCodeCounts(raw),
    ),
    contest(
      'triangulation-matrix',
      () => client.triangulation.matrix(),
      () => floor.crossTabulate(raw),
    ),
    contest(
      'code-by-transcript',
      () => client.crosstab.count({ kind: 'transcript', counts: 'excerpts', withSubCodes: false }),
      () => floor.crossTabulate(raw),
    ),
    contest(
      'co-occurrence',
      () => client.coOccurrence.count({ counts: 'excerpts', withSubCodes: false, nearTurns: null }),
      () => floor.countOverlaps(raw),
    ),
  ];
}

type Wish = { next: number };

/** Puts a code on a passage; both sides have it on the disk when they return. */
function applyContest({ corpus, runs }: Course, study: Study, raw: Database.Database): Contest<Wish> {
  const client = connect(study);
  const codeId = getCodeId(study, corpus.codes[corpus.mostUsed]?.name ?? '');
  const asked = { program: 0, floor: 0 };
  return {
    name: 'apply-one-code',
    runs: runs * 2,
    prepare: () => ({ next: 0 }),
    program: () => {
      // Every passage is a new one: the 41st coding of a transcript and onwards.
      const start = 10 + asked.program++;
      const passage = { transcriptId: 1, start, end: start + 90, codeId, coderId: 1 };
      return client.coding.apply({ ...passage, status: 'in place', evidence: 'affirmation', comment: '' });
    },
    floor: () => {
      const start = 10 + asked.floor++;
      floor.insertOneCoding(raw, {
        file: 0,
        start,
        end: start + 90,
        code: corpus.mostUsed,
        status: 'in place',
      });
    },
  };
}

function getCodeId(study: Study, name: string): number {
  const code = listCodes(study.read).find((one) => one.name === name);
  if (!code) throw new Error(`The study has no code “${name}”.`);
  return code.id;
}

export function discard(study: Study, raw: Database.Database): void {
  study.close();
  rmSync(study.path);
  discardFloor(raw);
}

function discardFloor(raw: Database.Database): void {
  const { name } = raw;
  raw.close();
  for (const suffix of ['', '-wal', '-shm']) rmSync(name + suffix, { force: true });
}
