import type { Practitioner } from '../../../electron/ipc/contract/people.ts';
import type { FilePreview, SpeakerChoice } from '../../../electron/ipc/contract/transcripts.ts';
import { addFile, emptyDraft, type ImportDraft } from '../../../renderer/importing/import-draft.ts';

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
    words: 900,
    turns: 40,
    firstLines: 'I: Shall we begin?',
    company: 'A',
    technique: 'P',
    date: '2021-01-18',
    sessionId: null,
    speakers: Object.entries(speakers).map(([label, proposal]) => ({
      label,
      turns: 20,
      words: 400,
      firstWords: 'Well,',
      isDoubtful: false,
      reason: 'new',
      proposal,
    })),
    notes: [],
    duplicateOf: null,
    ...fields,
  };
}

export const makeDraft = (...previews: FilePreview[]): ImportDraft => previews.reduce(addFile, emptyDraft);

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
  };
}
