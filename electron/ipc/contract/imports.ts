import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { speakerRuleSchema } from '../../../db/model/speaker-rule.ts';

/** From files on disk to transcripts in the study: what is in them, what is decided, and one undoable step. */

const id = z.number().int().positive();
const offset = z.number().int().nonnegative();

const knownSpeakers = [
  z.object({ kind: z.literal('participant'), participantId: id }),
  z.object({ kind: z.literal('interviewer') }),
  /** A speaker who is not in the study. */
  z.object({ kind: z.literal('nobody') }),
  /** No speaker at all, such as `Result:`: its words belong to the turn before. */
  z.object({ kind: z.literal('text') }),
  /** Another spelling of the speaker with the label `as` of the same file; its turns get that label. */
  z.object({ kind: z.literal('same'), as: z.string() }),
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

/** How a proposal was found; `remembered` is what was decided for this label in an import before. */
export const proposalReasons = [
  'exact id',
  'remembered',
  'known name',
  'role',
  'similar',
  'spelling',
  'interviewer',
  'new',
] as const;
export type ProposalReason = (typeof proposalReasons)[number];

export const speakerPreviewSchema = z.object({
  label: z.string(),
  turns: z.number(),
  words: z.number(),
  firstWords: z.string(),
  isDoubtful: z.boolean(),
  reason: z.enum(proposalReasons),
  proposal: speakerProposalSchema,
  /** The label has the form of a participant id, such as P9, that the study does not know yet. */
  isUnknownId: z.boolean(),
});
export type SpeakerPreview = z.output<typeof speakerPreviewSchema>;

/** How a file is to be read: `charset` for files of text (null: found out), and how its speakers are found. */
export const readingSchema = z.object({
  path: z.string().min(1),
  charset: z.string().trim().min(1).max(40).nullable().default(null),
  rule: speakerRuleSchema.nullable().default(null),
});
export type Reading = z.input<typeof readingSchema>;

export const filePreviewSchema = z.object({
  path: z.string(),
  fileName: z.string(),
  name: z.string(),
  /** The format in words, such as `Word document`. */
  format: z.string(),
  /** The character set a file of text was read in, such as `windows-1252`; null where the format fixes it. */
  charset: z.string().nullable(),
  /** The character set was guessed from the letters, so that somebody should look at them. */
  isCharsetGuessed: z.boolean(),
  rule: speakerRuleSchema,
  words: z.number(),
  turns: z.number(),
  firstLines: z.string(),
  /** Label of a company of the study, or a label found in the path that is not in the study yet; `` if unknown. */
  company: z.string(),
  technique: z.string(),
  date: z.string().nullable(),
  sessionId: id.nullable(),
  /** Label for the session when it is a new one; files with the same label share it. */
  session: z.string(),
  speakers: z.array(speakerPreviewSchema),
  /** Participant ids that the file's name tells, such as W1 to W5, and the study does not know. */
  unknownIds: z.array(z.string()),
  comments: z.number(),
  notes: z.array(z.string()),
  /** Of the file's bytes, in hexadecimal digits: two files with the same are one. */
  sha256: z.string(),
  /** Name of the transcript that already holds these very bytes. */
  duplicateOf: z.string().nullable(),
  /** The transcript of which this file may be a corrected version: other bytes under the same name. */
  versionOf: z.object({ transcriptId: id, name: z.string(), codings: z.number() }).nullable(),
});
export type FilePreview = z.output<typeof filePreviewSchema>;

export const importProblemSchema = z.object({ path: z.string(), message: z.string() });
export type ImportProblem = z.output<typeof importProblemSchema>;

const previewEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('file'), done: z.number(), total: z.number(), file: filePreviewSchema }),
  z.object({ kind: z.literal('problem'), done: z.number(), total: z.number(), problem: importProblemSchema }),
]);
export type ImportPreviewEvent = z.output<typeof previewEventSchema>;

/** A turn as the preview shows it: its first words, and whether more of them follow. */
export const previewTurnSchema = z.object({
  index: z.number(),
  label: z.string().nullable(),
  time: z.string().nullable(),
  endTime: z.string().nullable(),
  text: z.string(),
  isCut: z.boolean(),
});
export type PreviewTurn = z.output<typeof previewTurnSchema>;

/** What becomes of one excerpt (or memo) of a transcript when a corrected file replaces its text. */
const movedExcerptSchema = z.object({
  excerptId: id,
  start: offset,
  end: offset,
  quote: z.string(),
  /** The words it will have; null when it cannot be kept. */
  newQuote: z.string().nullable(),
  codes: z.array(z.string()),
  codings: z.number(),
  ratings: z.number(),
  memos: z.number(),
});
export type MovedExcerpt = z.output<typeof movedExcerptSchema>;

/** What a new version does to the excerpts of a transcript. Excerpts that keep their words are only counted. */
export const versionEffectSchema = z.object({
  transcriptId: id,
  name: z.string(),
  kept: z.number(),
  /** Kept with other words, since the correction is within them. */
  changed: z.array(movedExcerptSchema),
  /** Cannot be kept: their words are gone. */
  lost: z.array(movedExcerptSchema),
  wordsBefore: z.number(),
  wordsAfter: z.number(),
});
export type VersionEffect = z.output<typeof versionEffectSchema>;

export const importFileSchema = readingSchema.extend({
  name: z.string().trim().min(1).max(200),
  company: z.string().trim().min(1, 'choose a company').max(40),
  companyName: z.string().trim().max(200).optional(),
  technique: z.string().trim().min(1, 'choose a technique').max(40),
  date: z.iso.date().nullable(),
  sessionId: id.nullable(),
  /** Label of the new session; files of one import with the same label share it. Empty: the transcript's name. */
  session: z.string().trim().max(200).default(''),
  speakers: z.record(z.string(), speakerChoiceSchema),
  /** Comments of the file become memos. */
  withComments: z.boolean().default(true),
  /** The transcript that this file replaces as its new version; then company, technique, date and session stay. */
  replaces: id.nullable().default(null),
  /**
   * The excerpts of the replaced transcript that were listed as lost. When the new text has no place for another one, for
   * instance because somebody coded it meanwhile, the file is not imported.
   */
  mayLose: z.array(id).default([]),
  /** Hash of the file that was shown and decided about; when it holds something else by now, it is not imported. */
  sha256: z.string().optional(),
});
export type ImportFile = z.input<typeof importFileSchema>;
/** What the researcher decided about one file, with what was left open filled in. */
export type FileToImport = z.output<typeof importFileSchema>;

const importEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), done: z.number(), total: z.number(), fileName: z.string() }),
  z.object({
    kind: z.literal('finished'),
    transcriptIds: z.array(id),
    problems: z.array(importProblemSchema),
  }),
]);
export type ImportEvent = z.output<typeof importEventSchema>;

export const importContract = {
  import: {
    /**
     * Reads files without writing anything. Folders are searched for files. Called again with a character set or a
     * speaker rule for a file, it tells what the file is then.
     */
    preview: oc
      .input(z.object({ files: z.array(readingSchema).min(1) }))
      .output(eventIterator(previewEventSchema)),
    /**
     * The turns of a file as it is read now, from the turn `from` on; `total` counts all. With `labels` only the turns
     * under these labels are listed and counted; `index` stays the turn's place in the whole file.
     */
    turns: oc
      .input(
        readingSchema.extend({
          from: offset,
          count: z.number().int().min(1).max(500),
          labels: z.array(z.string()).default([]),
        }),
      )
      .output(z.object({ total: z.number(), turns: z.array(previewTurnSchema) })),
    /** What replacing a transcript by this file would do to its excerpts; nothing is written. */
    compare: oc.input(readingSchema.extend({ transcriptId: id })).output(versionEffectSchema),
    /** The character sets a file of text can be read in. */
    charsets: oc.output(z.array(z.object({ charset: z.string(), name: z.string() }))),
    /** Imports files as one undoable step; ending the iteration early leaves nothing behind. */
    run: oc
      .input(z.object({ files: z.array(importFileSchema).min(1), coderId: id.nullable() }))
      .output(eventIterator(importEventSchema)),
  },
};
