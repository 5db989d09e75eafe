import { isCalendarDay } from '../../db/model/calendar-day.ts';
import type { Practitioner, Session } from '../../electron/ipc/contract/people.ts';
import { type DraftFile, findReplaced } from './import-draft.ts';
import { isSamePerson, listNewSpeakers, type NewSpeaker } from './new-practitioners.ts';
import { findSessionClash, indexSessions } from './session-field.ts';
import { indexSpeakers, type SpeakerIndex } from './speaker-index.ts';

/** A field of a file; a speaker's fields carry the label, such as `speaker id:Anna`. */
export type FieldName =
  | 'name'
  | 'company'
  | 'technique'
  | 'date'
  | 'session'
  | 'version'
  | 'reading'
  | `speaker id:${string}`
  | `speaker name:${string}`;

/** What a field still needs before the file can be imported, as a sentence. */
export type MissingField = { path: string; fileName: string; field: FieldName; message: string };

/** What the study holds already, as far as new files can be at odds with it. */
export type StudyPeople = {
  letters: readonly string[];
  practitioners: readonly Practitioner[];
  sessions: readonly Session[];
};

/**
 * Returns what the ticked files still need, file by file in the order of the fields on screen. `files` have their
 * ids filled in. A date is wanted but not needed.
 */
export function listMissing(
  files: readonly DraftFile[],
  study: StudyPeople,
  speakers: readonly NewSpeaker[] = listNewSpeakers(files),
): MissingField[] {
  const index = indexSpeakers(speakers, study.practitioners);
  const among: Among = { ...indexSessions(study.sessions, files), replacing: indexReplacing(files) };
  const ofFile = new Map<DraftFile, Finding[]>();
  for (const file of files) {
    if (file.isIncluded) ofFile.set(file, [...checkReading(file), ...checkFile(file, study, among)]);
  }
  for (const speaker of speakers) {
    ofFile.get(speaker.file)?.push(...checkId(speaker, index, study), ...checkName(speaker, index));
  }
  return [...ofFile].flatMap(([{ path, preview }, findings]) =>
    findings.map(([field, message]) => ({ path, fileName: preview.fileName, field, message })),
  );
}

type Finding = [field: FieldName, message: string];

/** What tells whether files are at odds with each other: sessions by label, and who replaces a transcript first. */
type Among = ReturnType<typeof indexSessions> & { replacing: ReadonlyMap<number, DraftFile> };

function indexReplacing(files: readonly DraftFile[]): Map<number, DraftFile> {
  const first = new Map<number, DraftFile>();
  for (const file of files) {
    const id = findReplaced(file)?.transcriptId;
    if (file.isIncluded && id !== undefined && !first.has(id)) first.set(id, file);
  }
  return first;
}

function checkReading({ rereading }: DraftFile): Finding[] {
  if (rereading === 'done') return [];
  return [['reading', rereading === 'running' ? 'Is being read again.' : rereading.problem]];
}

function checkVersion(file: DraftFile, { replacing }: Among): Finding[] {
  const { version, preview, effect } = file;
  if (version === 'open') {
    const isKnown = effect !== null;
    const name = preview.versionOf?.name ?? '';
    return [
      [
        'version',
        isKnown ? `Decide: a new version of “${name}”, or separate?` : `Is compared with “${name}”.`,
      ],
    ];
  }
  const replaced = findReplaced(file);
  const first = replaced && replacing.get(replaced.transcriptId);
  if (!first || first.path === file.path) return [];
  return [
    [
      'version',
      `${first.preview.fileName} is the new version of “${replaced.name}” already: choose one of them.`,
    ],
  ];
}

function checkFile(file: DraftFile, { letters }: StudyPeople, among: Among): Finding[] {
  const { name, company, technique } = file;
  const findings = checkVersion(file, among);
  if (findReplaced(file)) return findings;
  const clash = findSessionClash(file, among.sessionOfKey, among.planned);
  if (clash !== undefined) findings.push(['session', clash]);
  if (name.trim() === '') findings.push(['name', 'Name the transcript.']);
  if (name.trim().length > 200) findings.push(['name', 'A name has 200 characters at most.']);
  if (file.session.trim().length > 200) findings.push(['session', 'A name has 200 characters at most.']);
  if (company.trim() === '') findings.push(['company', 'Choose a company or type a new one.']);
  if (company.trim().length > 40) findings.push(['company', 'A label has 40 characters at most.']);
  if (!letters.includes(technique)) findings.push(['technique', 'Choose a technique.']);
  if (file.date !== null && !isCalendarDay(file.date))
    findings.push(['date', 'Write it as 2021-02-03, or leave it empty.']);
  return findings;
}

function checkId(speaker: NewSpeaker, index: SpeakerIndex, { letters }: StudyPeople): Finding[] {
  const { label, choice, file, idKey } = speaker;
  const field: FieldName = `speaker id:${label}`;
  // Without a technique no id can be proposed; the missing technique has its own sentence.
  if (idKey === '') return letters.includes(file.technique) ? [[field, 'Give an id such as P1.']] : [];
  const id = choice.participant.trim();
  if (id.length > 40) return [[field, 'An id has 40 characters at most.']];
  const owner = index.ownerOfId.get(idKey);
  if (owner) {
    return [[field, `${id} is ${owner.name} of company ${owner.company} already: choose that participant.`]];
  }
  const other = index.newById.get(idKey)?.find((one) => !isSamePerson(one, speaker));
  if (!other) return [];
  const where = `${other.name} in ${other.file.preview.fileName}`;
  return [[field, `${id} is also given to ${where}: an id is one person's.`]];
}

/** Names are what makes the same speaker of several files one practitioner, so a name belongs to one company. */
function checkName(speaker: NewSpeaker, index: SpeakerIndex): Finding[] {
  const { label, name, nameKey, companyKey } = speaker;
  if (companyKey === '') return [];
  const known = index.ownerOfName.get(nameKey)?.company;
  const namesake = index.newByName.get(nameKey)?.find((one) => !isSamePerson(one, speaker));
  const other = known !== undefined && known.toUpperCase() !== companyKey ? known : namesake?.file.company;
  if (other === undefined || other === '') return [];
  return [[`speaker name:${label}`, `${name} is a practitioner of company ${other}: give another name.`]];
}

/** Returns in words what is missing, for the line beside the import button; empty when nothing is. */
export function describeMissing(missing: readonly MissingField[], files: readonly DraftFile[]): string {
  if (!files.some(({ isIncluded }) => isIncluded)) return describeNoneTicked(files);
  const [first] = missing;
  if (!first) return '';
  const places = new Set(missing.map(({ path }) => path)).size;
  if (missing.length === 1) return `${first.fileName}: ${first.message}`;
  const where = places === 1 ? first.fileName : `${places.toLocaleString('en')} files`;
  return `${missing.length.toLocaleString('en')} fields of ${where} need you. First: ${first.message}`;
}

function describeNoneTicked(files: readonly DraftFile[]): string {
  const isAllKnown = files.every(({ preview, twin }) => preview.duplicateOf !== null || twin !== null);
  return isAllKnown ? 'All files on the list are in the study already.' : 'Tick at least one file.';
}
