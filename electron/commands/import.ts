import { isCalendarDay } from '../../db/model/calendar-day.ts';
import type { SpeakerRule } from '../../db/model/speaker-rule.ts';
import type { Study } from '../../db/study.ts';
import { findTechnique, listTechniques } from '../../db/tables/techniques.ts';
import { importFiles } from '../import/import-transcripts.ts';
import { compareVersion, previewFiles } from '../import/preview.ts';
import { toProposedImport } from '../import/proposed-import.ts';
import type { WishedReading } from '../import/read-ahead.ts';
import type { FilePreview, FileToImport, ImportProblem } from '../ipc/contract/imports.ts';
import { type Command, needed, readArguments, UsageError } from './usage.ts';
import { withStudy } from './with-study.ts';

const usage =
  'import <study> [--company A] [--technique W] [--date 2021-02-03] [--charset windows-1252] [--speakers automatic|none] [--speaker-pattern re] [--replace] [--lose-excerpts] <files or folders…>';
type Options = {
  company?: string;
  technique?: string;
  date?: string;
  charset?: string;
  speakers?: string;
  'speaker-pattern'?: string;
  replace?: boolean;
  'lose-excerpts'?: boolean;
};

/** Imports transcripts. What the options do not say is read off file and folder names. */
export const importCommand: Command = {
  name: 'import',
  usage,
  summary:
    'Imports transcripts (.txt .md .docx .odt .rtf .pdf .html .vtt .srt .csv .json); company, technique and date are else read off the names. --replace puts corrected files in the place of their transcripts, with --lose-excerpts also where the new text has no place for some of them.',
  run: async (args) => {
    const text = { type: 'string' } as const;
    const { options, words } = readArguments(
      args,
      {
        company: text,
        technique: text,
        date: text,
        charset: text,
        speakers: text,
        'speaker-pattern': text,
        replace: { type: 'boolean' },
        'lose-excerpts': { type: 'boolean' },
      },
      usage,
      Number.POSITIVE_INFINITY,
    );
    const [path, ...paths] = words;
    needed(paths[0], 'The file to import', usage);
    if (options.date !== undefined && !isCalendarDay(options.date)) {
      throw new UsageError(`“${options.date}” is no date; write it as 2021-02-03.`);
    }
    const rule = toRule(options);
    return withStudy(needed(path, 'The study', usage), (study) =>
      importAll(
        study,
        paths.map((one) => ({ path: one, charset: options.charset ?? null, rule })),
        options,
      ),
    );
  },
};

function toRule({ speakers, 'speaker-pattern': pattern }: Options): SpeakerRule | null {
  if (pattern !== undefined) return { kind: 'pattern', pattern };
  if (speakers === undefined) return null;
  if (speakers === 'automatic' || speakers === 'none') return { kind: speakers };
  throw new UsageError(
    `“${speakers}” is no way to find speakers; write automatic or none, or give --speaker-pattern.`,
  );
}

async function importAll(study: Study, wishes: readonly WishedReading[], options: Options): Promise<number> {
  if (options.technique !== undefined && !findTechnique(study.read, options.technique)) {
    const known = listTechniques(study.read).map(({ letter, name }) => `${letter} ${name.toLowerCase()}`);
    throw new UsageError(`“${options.technique}” is no technique of this study; it has ${known.join(', ')}.`);
  }
  const files: FileToImport[] = [];
  const problems: ImportProblem[] = [];
  const seen = new Map<string, string>();
  for await (const event of previewFiles(study, wishes)) {
    const decided =
      event.kind === 'problem' ? event.problem.message : await decide(study, event.file, { options, seen });
    const path = event.kind === 'problem' ? event.problem.path : event.file.path;
    if (typeof decided === 'string') problems.push({ path, message: decided });
    else files.push(decided);
  }
  let imported = 0;
  if (files.length > 0) {
    for await (const event of importFiles(study, files, null)) {
      if (event.kind !== 'finished') continue;
      imported = event.transcriptIds.length;
      problems.push(...event.problems);
    }
  }
  reportProblems(problems, imported);
  return problems.length > 0 ? 1 : 0;
}

/** A sentence for each file that was left out, and that the others went in. Says nothing where all went well. */
function reportProblems(problems: readonly ImportProblem[], imported: number): void {
  for (const { message } of problems) process.stderr.write(`${message}\n`);
  if (problems.length === 0 || imported === 0) return;
  process.stderr.write(`${imported} of ${imported + problems.length} files were imported.\n`);
}

type Deciding = { options: Options; seen: Map<string, string> };

/** Returns what to import, or a sentence that says why not. `seen` are the files before, by their hash. */
async function decide(
  study: Study,
  file: FilePreview,
  { options, seen }: Deciding,
): Promise<FileToImport | string> {
  const twin = seen.get(file.sha256);
  if (twin !== undefined) return `“${file.fileName}” is the same file as “${twin}”.`;
  seen.set(file.sha256, file.fileName);
  if (!options.replace) hintAtVersion(file);
  const wish = toWish(file, options);
  return typeof wish === 'string' ? wish : settleLoss(study, wish, options);
}

/** Returns what to import, or a sentence about what is missing. */
function toWish(file: FilePreview, options: Options): FileToImport | string {
  const proposed = toProposedImport(file);
  const { company, technique, date, charset, replace } = options;
  const isPlaced = company ?? technique ?? date;
  const wish = {
    ...proposed,
    charset: charset ?? proposed.charset,
    company: company ?? file.company,
    technique: technique ?? file.technique,
    date: date ?? file.date,
    sessionId: isPlaced ? null : file.sessionId,
    replaces: replace && file.versionOf ? file.versionOf.transcriptId : null,
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

/** A corrected file that has no place for an excerpt is imported only when that is allowed; else it is told what would go. */
async function settleLoss(
  study: Study,
  wish: FileToImport,
  options: Options,
): Promise<FileToImport | string> {
  if (wish.replaces === null) return wish;
  const { name, lost } = await compareVersion(study, { ...wish, transcriptId: wish.replaces });
  if (lost.length === 0 || options['lose-excerpts'])
    return { ...wish, mayLose: lost.map(({ excerptId }) => excerptId) };
  const quotes = lost.map(({ quote, codes }) => `\n  “${quote}” (${codes.join(', ') || 'not coded'})`);
  return `“${wish.name}” has no place for excerpts of “${name}”; --lose-excerpts replaces it without them:${quotes.join('')}`;
}

/** Beside, not instead: without being told to, nothing that was coded is touched. */
function hintAtVersion({ fileName, versionOf }: FilePreview): void {
  if (versionOf === null) return;
  process.stderr.write(
    `“${fileName}” seems to be a corrected version of “${versionOf.name}”: it is imported beside it; --replace puts it in its place.\n`,
  );
}
