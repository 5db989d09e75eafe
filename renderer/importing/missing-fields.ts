import type { Practitioner } from '../../electron/ipc/contract/people.ts';
import { toSpeakerKey } from '../../db/model/speaker.ts';
import type { DraftFile } from './import-draft.ts';
import { listNewSpeakers, nameOf, type NewSpeaker, toPersonKey } from './new-practitioners.ts';

/** A field of a file; a speaker's fields carry the label, such as `speaker id:Anna`. */
export type FieldName = 'name' | 'company' | 'technique' | `speaker id:${string}` | `speaker name:${string}`;

/** What a field still needs before the file can be imported, as a sentence. */
export type MissingField = { path: string; fileName: string; field: FieldName; message: string };

/** What the study holds already, as far as new files can be at odds with it. */
export type StudyPeople = { letters: readonly string[]; practitioners: readonly Practitioner[] };

/**
 * Returns what the ticked files still need, file by file in the order of the fields on screen. `files` have their
 * ids filled in. A date is wanted but not needed.
 */
export function listMissing(files: readonly DraftFile[], study: StudyPeople): MissingField[] {
  const speakers = listNewSpeakers(files);
  return files
    .filter(({ isIncluded }) => isIncluded)
    .flatMap((file) => {
      const ofFile = speakers.filter((speaker) => speaker.file === file);
      return [
        ...checkFile(file, study),
        ...ofFile.flatMap((speaker) => [...checkId(speaker, speakers, study), ...checkName(speaker, speakers, study)]),
      ].map(([field, message]) => ({ path: file.path, fileName: file.preview.fileName, field, message }));
    });
}

type Finding = [field: FieldName, message: string];

function checkFile({ name, company, technique }: DraftFile, { letters }: StudyPeople): Finding[] {
  const findings: Finding[] = [];
  if (name.trim() === '') findings.push(['name', 'Name the transcript.']);
  if (company.trim() === '') findings.push(['company', 'Choose a company or type a new one.']);
  if (company.trim().length > 40) findings.push(['company', 'A label has 40 characters at most.']);
  if (!letters.includes(technique)) findings.push(['technique', 'Choose a technique.']);
  return findings;
}

function checkId(speaker: NewSpeaker, speakers: readonly NewSpeaker[], study: StudyPeople): Finding[] {
  const { label, choice, file } = speaker;
  const field: FieldName = `speaker id:${label}`;
  const id = choice.participant.trim();
  // Without a technique no id can be proposed; the missing technique has its own sentence.
  if (id === '') return study.letters.includes(file.technique) ? [[field, 'Give an id such as P1.']] : [];
  const key = toSpeakerKey(id);
  const owner = study.practitioners.find(({ participants }) =>
    participants.some((participant) => toSpeakerKey(participant.label) === key),
  );
  if (owner) return [[field, `${id} is ${owner.name} of company ${owner.company} already: choose that participant.`]];
  const other = speakers.find(
    (one) => toSpeakerKey(one.choice.participant) === key && toPersonKey(one) !== toPersonKey(speaker),
  );
  if (!other) return [];
  return [[field, `${id} is also given to ${nameOf(other)} in ${other.file.preview.fileName}: an id is one person's.`]];
}

/** Names are what makes the same speaker of several files one practitioner, so a name belongs to one company. */
function checkName(speaker: NewSpeaker, speakers: readonly NewSpeaker[], study: StudyPeople): Finding[] {
  const name = nameOf(speaker);
  const key = toSpeakerKey(name);
  const company = speaker.file.company.toUpperCase();
  const known = study.practitioners.find((one) => toSpeakerKey(one.name) === key)?.company;
  const planned = speakers.find((one) => toSpeakerKey(nameOf(one)) === key && one.file.company.toUpperCase() !== company);
  const other = known !== undefined && known.toUpperCase() !== company ? known : planned?.file.company;
  if (other === undefined || other === '' || company === '') return [];
  return [[`speaker name:${speaker.label}`, `${name} is a practitioner of company ${other}: give another name.`]];
}

/** Returns in words what is missing, for the line beside the import button; empty when nothing is. */
export function describeMissing(missing: readonly MissingField[], included: number): string {
  if (included === 0) return 'Tick at least one file.';
  const [first] = missing;
  if (!first) return '';
  const files = new Set(missing.map(({ path }) => path)).size;
  if (missing.length === 1) return `${first.fileName}: ${first.message}`;
  const where = files === 1 ? first.fileName : `${files} files`;
  return `${missing.length} fields of ${where} need you. First: ${first.message}`;
}
