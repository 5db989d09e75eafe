import type { Study } from '../../db/study.ts';
import { findTechnique, listTechniques } from '../../db/tables/techniques.ts';
import { isCalendarDay } from '../import/csv-table.ts';
import { type FileToImport, importFiles } from '../import/import-transcripts.ts';
import { previewFiles } from '../import/preview.ts';
import type { FilePreview, ImportProblem } from '../ipc/contract/transcripts.ts';
import { type Command, needed, readArguments, UsageError } from './usage.ts';
import { withStudy } from './with-study.ts';

const usage = 'import <study> [--company A] [--technique W] [--date 2021-02-03] <files or folders…>';
type Options = { company?: string; technique?: string; date?: string };

/** Imports transcripts. What the options do not say is read off file and folder names. */
export const importCommand: Command = {
  name: 'import',
  usage,
  summary: 'Imports transcripts (.txt, .md, .docx); company, technique and date are else read off the names.',
  run: async (args) => {
    const { options, words } = readArguments(
      args,
      { company: { type: 'string' }, technique: { type: 'string' }, date: { type: 'string' } },
      usage,
      Number.POSITIVE_INFINITY,
    );
    const [path, ...paths] = words;
    needed(paths[0], 'The file to import', usage);
    if (options.date !== undefined && !isCalendarDay(options.date)) {
      throw new UsageError(`“${options.date}” is no date; write it as 2021-02-03.`);
    }
    return withStudy(needed(path, 'The study', usage), (study) => importAll(study, paths, options));
  },
};

async function importAll(study: Study, paths: readonly string[], options: Options): Promise<number> {
  if (options.technique !== undefined && !findTechnique(study.read, options.technique)) {
    const known = listTechniques(study.read).map(({ letter, name }) => `${letter} ${name.toLowerCase()}`);
    throw new UsageError(`“${options.technique}” is no technique of this study; it has ${known.join(', ')}.`);
  }
  const files: FileToImport[] = [];
  const problems: ImportProblem[] = [];
  for await (const event of previewFiles(study, paths)) {
    if (event.kind === 'problem') problems.push(event.problem);
    else {
      const wish = toWish(event.file, options);
      if (typeof wish === 'string') problems.push({ path: event.file.path, message: wish });
      else files.push(wish);
    }
  }
  if (files.length > 0) {
    for await (const event of importFiles(study, files, null)) {
      if (event.kind === 'finished') problems.push(...event.problems);
    }
  }
  for (const { message } of problems) process.stderr.write(`${message}\n`);
  return problems.length > 0 ? 1 : 0;
}

/** Returns what to import, or a sentence about what is missing. */
function toWish(file: FilePreview, { company, technique, date }: Options): FileToImport | string {
  const wish = {
    path: file.path,
    name: file.name,
    company: company ?? file.company,
    technique: technique ?? file.technique,
    date: date ?? file.date,
    sessionId: company || technique || date ? null : file.sessionId,
    speakers: Object.fromEntries(
      file.speakers.map(({ label, proposal }) => [label, withoutStrangers(proposal)]),
    ),
  };
  if (file.duplicateOf) return `“${file.fileName}” is in the study already, as “${file.duplicateOf}”.`;
  const missing = [
    ...(wish.company === '' ? ['company'] : []),
    ...(wish.technique === '' ? ['technique'] : []),
  ];
  if (missing.length > 0) {
    const unknown = missing.map((what) => `the ${what} is unknown`).join(' and ');
    return `“${file.fileName}”: ${unknown}; name it with ${missing.map((what) => `--${what}`).join(' and ')}.`;
  }
  return wish;
}

/**
 * Without somebody to ask, a new practitioner is made only for a label in the form of a participant id; other
 * names stay labels until a participants table or the People screen says who they are.
 */
function withoutStrangers(proposal: FilePreview['speakers'][number]['proposal']) {
  return proposal.kind === 'new' && proposal.participant === '' ? { kind: 'nobody' as const } : proposal;
}
