import { oc } from '@orpc/contract';
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
  /** When the turn ends in the recording; only subtitles and the like tell it. */
  endTime: z.string().nullable(),
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

/** What a transcript was before a corrected file replaced it (`file`), or its text was corrected here (`edit`). */
export const versionRowSchema = z.object({
  id,
  number: z.number().int().positive(),
  reason: z.enum(['file', 'edit']),
  fileName: z.string(),
  importedAt: z.string(),
  replacedAt: z.string(),
  words: z.number(),
  excerpts: z.number(),
});
export type VersionRow = z.output<typeof versionRowSchema>;

export const versionSchema = versionRowSchema.extend({
  text: z.string(),
  turns: z.array(
    z.object({
      start: offset,
      textStart: offset,
      end: offset,
      label: z.string().nullable(),
      time: z.string().nullable(),
    }),
  ),
});
export type Version = z.output<typeof versionSchema>;

export const transcriptContract = {
  transcript: {
    /** Every transcript. With coders, only their codings are counted. */
    list: oc
      .input(z.object({ coderIds: z.array(id).optional() }).optional())
      .output(z.array(transcriptRowSchema)),
    get: oc.input(z.object({ id })).output(transcriptSchema),
    rename: oc.input(z.object({ id, name: z.string().trim().min(1).max(200) })),
    delete: oc.input(z.object({ id })),
    /** Assigns all turns of one label in a transcript to a participant, or to the interviewer, or to nobody. */
    setSpeaker: oc.input(
      z.object({ id, label: z.string(), participantId: id.nullable(), isInterviewer: z.boolean() }),
    ),
    /** Writes the imported file, byte for byte, to a path; of a former version when that is given. */
    saveOriginal: oc.input(z.object({ id, versionId: id.nullable().default(null), path: z.string().min(1) })),
    /** The former versions of a transcript, the last replaced first. */
    versions: oc.input(z.object({ id })).output(z.array(versionRowSchema)),
    version: oc.input(z.object({ id, versionId: id })).output(versionSchema),
  },
};
