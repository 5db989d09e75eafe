import type { FilePreview, SpeakerChoice, VersionEffect } from '../../../electron/ipc/contract/imports.ts';
import type { Practitioner, Session } from '../../../electron/ipc/contract/people.ts';
import { addFiles, emptyDraft, type ImportDraft } from '../../../renderer/importing/import-draft.ts';

/** A file as the preview tells of it, with the speakers given as label and proposal. */
export function makePreview(
  fileName: string,
  speakers: Record<string, SpeakerChoice> = {},
  fields: Partial<FilePreview> = {},
): FilePreview {
  return {
    path: `/interviews/${fileName}`,
    fileName,
    name: fileName.replace(/\.\w+$/, ''),
    format: 'Plain text',
    charset: 'utf-8',
    isCharsetGuessed: false,
    rule: { kind: 'automatic' },
    words: 900,
    turns: 40,
    firstLines: 'I: Shall we begin?',
    company: 'A',
    technique: 'P',
    date: '2021-01-18',
    sessionId: null,
    session: '',
    speakers: Object.entries(speakers).map(([label, proposal]) => ({
      label,
      turns: 20,
      words: 400,
      firstWords: 'Well,',
      isDoubtful: false,
      reason: 'new',
      proposal,
      isUnknownId: false,
    })),
    unknownIds: [],
    comments: 0,
    notes: [],
    sha256: fileName,
    duplicateOf: null,
    versionOf: null,
    ...fields,
  };
}

export const makeDraft = (...previews: FilePreview[]): ImportDraft => addFiles(emptyDraft, previews);

export const newcomer = (name: string, participant = '', role = ''): SpeakerChoice => ({
  kind: 'new',
  participant,
  name,
  role,
});

export function makePractitioner(id: number, name: string, company: string, labels: string[]): Practitioner {
  const participants = labels.map((label, index) => ({
    id: id * 10 + index,
    label,
    technique: label.slice(0, 1),
    techniqueId: 1,
    practitionerId: id,
    turns: 0,
  }));
  return {
    id,
    companyId: company.charCodeAt(0),
    company,
    name,
    role: 'Data Scientist',
    seniority: '',
    participants,
    attributes: {},
  };
}

export function makeSession(id: number, label: string, company = 'A', technique = 'P'): Session {
  return {
    ...{ id, label, company, technique },
    companyId: 1,
    techniqueId: 1,
    date: '2021-03-04',
    durationMinutes: null,
    interviewer: '',
    language: '',
    place: '',
    asked: [],
    participants: [],
    transcripts: [],
  };
}

/** What a new version does that keeps 22 excerpts and loses some. */
export function makeEffect(lost: number): VersionEffect {
  const excerpt = (index: number) => ({
    excerptId: index + 1,
    start: 10 * index,
    end: 10 * index + 5,
    quote: 'We do.',
    newQuote: null,
    codes: ['D5 Version data'],
    codings: 1,
    ratings: 0,
    memos: 0,
  });
  return {
    ...{ transcriptId: 7, name: 'A_P1', kept: 22, changed: [] },
    lost: Array.from({ length: lost }, (_, index) => excerpt(index)),
    wordsBefore: 900,
    wordsAfter: 890,
  };
}
