import type {
  FilePreview,
  ImportFile,
  ImportProblem,
  SpeakerChoice,
} from '../../electron/ipc/contract/transcripts.ts';
import { toKnownKey } from './speaker-keys.ts';

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
  speakers: Readonly<Record<string, SpeakerChoice>>;
};
export type DraftFile = FileFields & { path: string; preview: FilePreview };

/** An import that has not run yet. `companyNames` are names of companies to be made, by their label in capitals. */
export type ImportDraft = {
  files: readonly DraftFile[];
  problems: readonly ImportProblem[];
  companyNames: Readonly<Record<string, string>>;
};

export const emptyDraft: ImportDraft = { files: [], problems: [], companyNames: {} };

/** Adds a file that was read. Read again, it takes its old place and its old problem goes. */
export function addFile(draft: ImportDraft, preview: FilePreview): ImportDraft {
  const file = toDraftFile(preview);
  const isKnown = draft.files.some(({ path }) => path === file.path);
  return {
    ...draft,
    files: isKnown ? draft.files.map((one) => (one.path === file.path ? file : one)) : [...draft.files, file],
    problems: draft.problems.filter(({ path }) => path !== file.path),
  };
}

/** Adds a file that could not be read or imported, with the sentence that says why. */
export function addProblem(draft: ImportDraft, problem: ImportProblem): ImportDraft {
  const others = draft.problems.filter(({ path }) => path !== problem.path);
  return { ...draft, problems: [...others, problem] };
}

function toDraftFile(preview: FilePreview): DraftFile {
  const { path, name, company, technique, date, sessionId } = preview;
  const isIncluded = preview.duplicateOf === null;
  const speakers = Object.fromEntries(preview.speakers.map(({ label, proposal }) => [label, proposal]));
  return { path, preview, isIncluded, name, company, technique, date, sessionId, speakers };
}

/** Changes some fields of the files at these paths. A session of another company or technique is left. */
export function changeFiles(
  draft: ImportDraft,
  paths: ReadonlySet<string>,
  change: Partial<Omit<FileFields, 'speakers'>>,
): ImportDraft {
  const leavesSession = change.sessionId === undefined && (change.company ?? change.technique) !== undefined;
  const complete = leavesSession ? { ...change, sessionId: null } : change;
  return {
    ...draft,
    files: draft.files.map((file) => (paths.has(file.path) ? { ...file, ...complete } : file)),
  };
}

/** Takes files out of the list; nothing happens to them on disk. */
export function removeFiles(draft: ImportDraft, paths: ReadonlySet<string>): ImportDraft {
  return { ...draft, files: draft.files.filter(({ path }) => !paths.has(path)) };
}

/** Says who a speaker label stands for in one file. */
export function setSpeaker(
  draft: ImportDraft,
  path: string,
  label: string,
  choice: SpeakerChoice,
): ImportDraft {
  return {
    ...draft,
    files: draft.files.map((file) =>
      file.path === path ? { ...file, speakers: { ...file.speakers, [label]: choice } } : file,
    ),
  };
}

/** Says the same of this speaker label in every file, however the label is spelled there. */
export function setSpeakerEverywhere(draft: ImportDraft, label: string, choice: SpeakerChoice): ImportDraft {
  const key = toKnownKey(label);
  return {
    ...draft,
    files: draft.files.map((file) => ({
      ...file,
      speakers: Object.fromEntries(
        Object.entries(file.speakers).map(([one, former]) => [
          one,
          toKnownKey(one) === key ? choice : former,
        ]),
      ),
    })),
  };
}

/** Returns how many other files have this speaker label with a different choice. */
export function countOtherChoices(draft: ImportDraft, path: string, label: string): number {
  const key = toKnownKey(label);
  const wanted = JSON.stringify(draft.files.find((file) => file.path === path)?.speakers[label]);
  return draft.files.filter(
    (file) =>
      file.path !== path &&
      Object.entries(file.speakers).some(
        ([one, choice]) => toKnownKey(one) === key && JSON.stringify(choice) !== wanted,
      ),
  ).length;
}

/** Gives a company that is to be made its name. */
export function nameCompany(draft: ImportDraft, label: string, name: string): ImportDraft {
  return { ...draft, companyNames: { ...draft.companyNames, [label.toUpperCase()]: name } };
}

/** Returns the ticked files as the study service takes them. */
export function toImportFiles(draft: ImportDraft): ImportFile[] {
  return draft.files
    .filter(({ isIncluded }) => isIncluded)
    .map(({ path, name, company, technique, date, sessionId, speakers }) => {
      const companyName = draft.companyNames[company.toUpperCase()]?.trim();
      const named = companyName ? { companyName } : {};
      return { path, name, company, ...named, technique, date, sessionId, speakers: { ...speakers } };
    });
}

/** Returns what is left after an import: the files that were not ticked and those that failed, with the reasons. */
export function keepUnimported(draft: ImportDraft, problems: readonly ImportProblem[]): ImportDraft {
  const failed = new Set(problems.map(({ path }) => path));
  const files = draft.files.filter(({ path, isIncluded }) => !isIncluded || failed.has(path));
  return { ...draft, files, problems };
}
