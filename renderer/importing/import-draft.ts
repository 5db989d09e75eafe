import type { SpeakerRule } from '../../db/model/speaker-rule.ts';
import type {
  FilePreview,
  ImportFile,
  ImportProblem,
  Reading,
  SpeakerChoice,
  VersionEffect,
} from '../../electron/ipc/contract/imports.ts';

/** What a file becomes that may be a corrected version of a transcript; `open` while nobody has decided. */
export type VersionChoice = 'open' | 'new version' | 'separate';

/** What the researcher decides about one file; everything begins as the preview proposes it. */
export type FileFields = {
  isIncluded: boolean;
  name: string;
  /** Label of a company; one that the study does not have yet is made by the import. */
  company: string;
  technique: string;
  date: string | null;
  /** The session the transcript belongs to; null makes a new one. */
  sessionId: number | null;
  /** Label of the new session, which files of one import share; empty: it is called as the transcript. */
  session: string;
  /** Comments of the file become memos. */
  withComments: boolean;
  version: VersionChoice;
  speakers: Readonly<Record<string, SpeakerChoice>>;
};

/** How far the reading of a file with another character set or rule is; a problem is the sentence that says why. */
export type Rereading = 'done' | 'running' | { problem: string };

export type DraftFile = FileFields & {
  path: string;
  preview: FilePreview;
  /** The path of a file further up that has the very same bytes; null for most. */
  twin: string | null;
  /** The character set that was chosen; null: found out. */
  charset: string | null;
  rule: SpeakerRule;
  rereading: Rereading;
  /** What a new version does to the excerpts; null as long as that is not known. */
  effect: VersionEffect | { problem: string } | null;
};

/** An import that has not run yet. `companyNames` are names of companies to be made, by their label in capitals. */
export type ImportDraft = {
  files: readonly DraftFile[];
  problems: readonly ImportProblem[];
  companyNames: Readonly<Record<string, string>>;
};

export const emptyDraft: ImportDraft = { files: [], problems: [], companyNames: {} };

/** Adds files that were read. One read again takes its old place, and its old problem goes. */
export function addFiles(draft: ImportDraft, previews: readonly FilePreview[]): ImportDraft {
  if (previews.length === 0) return draft;
  const files = new Map(draft.files.map((file) => [file.path, file]));
  const firsts = new Map(draft.files.toReversed().map(({ preview, path }) => [preview.sha256, path]));
  for (const preview of previews) {
    const first = firsts.get(preview.sha256) ?? preview.path;
    firsts.set(preview.sha256, first);
    files.set(preview.path, toDraftFile(preview, first === preview.path ? null : first));
  }
  const read = new Set(previews.map(({ path }) => path));
  return {
    ...draft,
    files: [...files.values()],
    problems: draft.problems.filter(({ path }) => !read.has(path)),
  };
}

/** Adds files that could not be read or imported, each with the sentence that says why. */
export function addProblems(draft: ImportDraft, problems: readonly ImportProblem[]): ImportDraft {
  if (problems.length === 0) return draft;
  const known = new Map([...draft.problems, ...problems].map((problem) => [problem.path, problem]));
  return { ...draft, problems: [...known.values()] };
}

/** Returns a file as the preview proposes it. `twin` is the path of a file of the list with the very same bytes. */
export function toDraftFile(preview: FilePreview, twin: string | null = null): DraftFile {
  const { path, name, company, technique, date, sessionId, session, rule } = preview;
  return {
    ...{ path, preview, name, company, technique, date, sessionId, session, rule },
    twin,
    isIncluded: preview.duplicateOf === null && twin === null,
    withComments: true,
    version: preview.versionOf === null ? 'separate' : 'open',
    speakers: Object.fromEntries(preview.speakers.map(({ label, proposal }) => [label, proposal])),
    charset: null,
    rereading: 'done',
    effect: null,
  };
}

/** Fields that are changed together. Who the speakers are is decided one by one. */
export type FieldChange = Partial<Omit<FileFields, 'speakers'>>;

/** Changes some fields of the files at these paths. */
export function changeFiles(
  draft: ImportDraft,
  paths: ReadonlySet<string>,
  change: FieldChange | ((file: DraftFile) => FieldChange),
): ImportDraft {
  return mapFiles(draft, paths, (file) =>
    changeFile(file, typeof change === 'function' ? change(file) : change),
  );
}

/** Changes some fields of a file. A session of another company or technique is left. */
export function changeFile(file: DraftFile, change: FieldChange): DraftFile {
  const leavesSession = change.sessionId === undefined && (change.company ?? change.technique) !== undefined;
  return { ...file, ...change, ...(leavesSession ? { sessionId: null } : {}) };
}

/** Puts another file in the place of each of the files at these paths. */
export function mapFiles(
  draft: ImportDraft,
  paths: ReadonlySet<string>,
  toFile: (file: DraftFile) => DraftFile,
): ImportDraft {
  return { ...draft, files: draft.files.map((file) => (paths.has(file.path) ? toFile(file) : file)) };
}

/** Takes files out of the list; nothing happens to them on disk. */
export function removeFiles(draft: ImportDraft, paths: ReadonlySet<string>): ImportDraft {
  return { ...draft, files: draft.files.filter(({ path }) => !paths.has(path)) };
}

/** Gives a company that is to be made its name. */
export function nameCompany(draft: ImportDraft, label: string, name: string): ImportDraft {
  return { ...draft, companyNames: { ...draft.companyNames, [label.toUpperCase()]: name } };
}

/** Returns the transcript that a file replaces as its new version, or null. */
export function findReplaced({ version, preview }: DraftFile): FilePreview['versionOf'] {
  return version === 'new version' ? preview.versionOf : null;
}

/** Returns the excerpts that were listed as having no place in a file that replaces their transcript. */
export function listLost(file: DraftFile): VersionEffect['lost'] {
  const { effect } = file;
  return findReplaced(file) === null || effect === null || 'problem' in effect ? [] : effect.lost;
}

/** Returns the ticked files as the study service takes them. */
export function toImportFiles(draft: ImportDraft): ImportFile[] {
  return draft.files.filter(({ isIncluded }) => isIncluded).map((file) => toImportFile(draft, file));
}

/**
 * Returns how a file is read, so that it is read as it was shown: a guessed character set is told, and the rule that
 * nobody has touched is left to be found.
 */
export function toReading({ path, charset, rule, preview }: DraftFile): Reading {
  const isUntouched = rule.kind === 'automatic' && preview.rule.kind === 'automatic';
  return {
    path,
    charset: charset ?? (preview.isCharsetGuessed ? preview.charset : null),
    rule: isUntouched ? null : rule,
  };
}

function toImportFile({ companyNames }: ImportDraft, file: DraftFile): ImportFile {
  const { name, company, technique, date, sessionId, session, speakers } = file;
  const companyName = companyNames[company.toUpperCase()]?.trim();
  return {
    ...toReading(file),
    ...{ name, company, technique, date, sessionId, session },
    ...(companyName ? { companyName } : {}),
    speakers: { ...speakers },
    withComments: file.withComments,
    replaces: findReplaced(file)?.transcriptId ?? null,
    mayLose: listLost(file).map(({ excerptId }) => excerptId),
    sha256: file.preview.sha256,
  };
}

/** Returns what is left after an import: the files that were not ticked and those that failed. */
export function keepUnimported(draft: ImportDraft, problems: readonly ImportProblem[]): ImportDraft {
  const failed = new Set(problems.map(({ path }) => path));
  const files = draft.files.filter(({ path, isIncluded }) => !isIncluded || failed.has(path));
  return { ...draft, files, problems: [] };
}
