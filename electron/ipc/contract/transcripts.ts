import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { evidenceTypes, statuses } from '../../../db/model/coding.ts';

const id = z.number().int().positive();
const offset = z.number().int().nonnegative();

export const transcriptRowSchema = z.object({
  id,
  name: z.string(),
  fileName: z.string(),
  sessionId: id,
  companyId: id,
  company: z.string(),
  techniqueId: id,
  technique: z.string(),
  date: z.string().nullable(),
  words: z.number(),
  turns: z.number(),
  codings: z.number(),
});
export type TranscriptRow = z.output<typeof transcriptRowSchema>;

/** Offsets are UTF-16 units of the transcript's text, end exclusive; the words begin at `textOffset`. */
export const turnSchema = z.object({
  id,
  start: offset,
  textOffset: offset,
  end: offset,
  label: z.string().nullable(),
  time: z.string().nullable(),
  isInterviewer: z.boolean(),
  participantId: id.nullable(),
  participant: z.string().nullable(),
  technique: z.string().nullable(),
  role: z.string().nullable(),
  practitioner: z.string().nullable(),
  practitionerCompany: z.string().nullable(),
});
export type Turn = z.output<typeof turnSchema>;

export const codingSchema = z.object({
  id,
  excerptId: id,
  transcriptId: id,
  start: offset,
  end: offset,
  quote: z.string(),
  codeId: id,
  coderId: id,
  status: z.enum(statuses),
  evidence: z.enum(evidenceTypes),
  comment: z.string(),
  createdAt: z.string(),
});
export type Coding = z.output<typeof codingSchema>;

export const transcriptSchema = transcriptRowSchema.extend({
  text: z.string(),
  turnList: z.array(turnSchema),
  codingList: z.array(codingSchema),
});
export type Transcript = z.output<typeof transcriptSchema>;

const knownSpeakers = [
  z.object({ kind: z.literal('participant'), participantId: id }),
  z.object({ kind: z.literal('interviewer') }),
  /** A speaker who is not in the study. */
  z.object({ kind: z.literal('nobody') }),
  /** No speaker at all, such as `Result:`: its words belong to the turn before. */
  z.object({ kind: z.literal('text') }),
] as const;
const participantId = z.string().trim().max(40);
const newSpeaker = z.object({ kind: z.literal('new'), name: z.string(), role: z.string() });

/** Who a speaker label stands for. `new` makes a practitioner with the participant id when the import runs. */
export const speakerChoiceSchema = z.discriminatedUnion('kind', [
  ...knownSpeakers,
  newSpeaker.extend({ participant: participantId.min(1) }),
]);
export type SpeakerChoice = z.output<typeof speakerChoiceSchema>;

/** A proposal may leave the participant id of a new practitioner open: the label does not always tell one. */
const speakerProposalSchema = z.discriminatedUnion('kind', [
  ...knownSpeakers,
  newSpeaker.extend({ participant: participantId }),
]);

export const speakerPreviewSchema = z.object({
  label: z.string(),
  turns: z.number(),
  words: z.number(),
  firstWords: z.string(),
  isDoubtful: z.boolean(),
  /** How the proposal was found: `exact id`, `known name`, `similar` … */
  reason: z.string(),
  proposal: speakerProposalSchema,
});
export type SpeakerPreview = z.output<typeof speakerPreviewSchema>;

export const filePreviewSchema = z.object({
  path: z.string(),
  fileName: z.string(),
  name: z.string(),
  words: z.number(),
  turns: z.number(),
  firstLines: z.string(),
  /** Label of a company of the study, or a label found in the path that is not in the study yet; `` if unknown. */
  company: z.string(),
  technique: z.string(),
  date: z.string().nullable(),
  sessionId: id.nullable(),
  speakers: z.array(speakerPreviewSchema),
  notes: z.array(z.string()),
  /** Name of the transcript that already holds these very bytes. */
  duplicateOf: z.string().nullable(),
});
export type FilePreview = z.output<typeof filePreviewSchema>;

export const importProblemSchema = z.object({ path: z.string(), message: z.string() });
export type ImportProblem = z.output<typeof importProblemSchema>;

const previewEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('file'), done: z.number(), total: z.number(), file: filePreviewSchema }),
  z.object({ kind: z.literal('problem'), done: z.number(), total: z.number(), problem: importProblemSchema }),
]);
export type ImportPreviewEvent = z.output<typeof previewEventSchema>;

export const importFileSchema = z.object({
  path: z.string().min(1),
  name: z.string().trim().min(1).max(200),
  company: z.string().trim().min(1, 'choose a company').max(40),
  companyName: z.string().trim().max(200).optional(),
  technique: z.string().trim().min(1, 'choose a technique').max(40),
  date: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .nullable(),
  sessionId: id.nullable(),
  speakers: z.record(z.string(), speakerChoiceSchema),
});
export type ImportFile = z.input<typeof importFileSchema>;

const importEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), done: z.number(), total: z.number(), fileName: z.string() }),
  z.object({
    kind: z.literal('finished'),
    transcriptIds: z.array(id),
    problems: z.array(importProblemSchema),
  }),
]);
export type ImportEvent = z.output<typeof importEventSchema>;

export const transcriptContract = {
  transcript: {
    list: oc.output(z.array(transcriptRowSchema)),
    get: oc.input(z.object({ id })).output(transcriptSchema),
    rename: oc.input(z.object({ id, name: z.string().trim().min(1).max(200) })),
    delete: oc.input(z.object({ id })),
    /** Assigns all turns of one label in a transcript to a participant, or to the interviewer, or to nobody. */
    setSpeaker: oc.input(
      z.object({ id, label: z.string(), participantId: id.nullable(), isInterviewer: z.boolean() }),
    ),
  },
  import: {
    /** Reads files without writing anything. Paths of folders are searched for files that can be read. */
    preview: oc
      .input(z.object({ paths: z.array(z.string().min(1)).min(1) }))
      .output(eventIterator(previewEventSchema)),
    /** Imports files as one undoable step; ending the iteration early leaves nothing behind. */
    run: oc
      .input(z.object({ files: z.array(importFileSchema).min(1), coderId: id.nullable() }))
      .output(eventIterator(importEventSchema)),
  },
};
