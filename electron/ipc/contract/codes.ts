import { oc } from '@orpc/contract';
import { z } from 'zod';
import { childrenOfMerged } from '../../../db/model/code-tree.ts';
import { evidenceTypes, statuses } from '../../../db/model/coding.ts';
import { codingSchema } from './transcripts.ts';

const id = z.number().int().positive();
const offset = z.number().int().nonnegative();
/** As many as a researcher can choose in a list. */
const codingIds = z.array(id).min(1).max(100_000);

export const codeSchema = z.object({
  id,
  kind: z.enum(['activity', 'precondition', 'open']),
  /** Id of the scheme item (`D1`, `2.10`); null for an open code. */
  itemRef: z.string().nullable(),
  parentId: id.nullable(),
  /** Pipeline or stage of a scheme item, in words; null for an open code. */
  group: z.string().nullable(),
  /** Position of the pipeline among the scheme's pipelines or number of the stage; decides the hue. */
  groupIndex: z.number().nullable(),
  name: z.string(),
  definition: z.string(),
  whenToUse: z.string(),
  colour: z.string(),
  /** What the code stands beneath, in words from the outermost: `Data pipeline`, `D1 Collect and aggregate data`. */
  trail: z.array(z.string()),
  codings: z.number(),
  excerpts: z.number(),
  transcripts: z.number(),
  /** Distinct practitioners whose words carry this code. */
  persons: z.number(),
});
export type Code = z.output<typeof codeSchema>;

/** One coding with all that a researcher wants to see beside a quote. */
export const evidenceSchema = codingSchema.extend({
  transcript: z.string(),
  companyId: id,
  company: z.string(),
  technique: z.string(),
  date: z.string().nullable(),
  itemRef: z.string().nullable(),
  code: z.string(),
  coder: z.string(),
  speakers: z.array(
    z.object({
      participantId: id,
      participant: z.string(),
      practitionerId: id,
      practitioner: z.string(),
      role: z.string(),
      /** Label of the speaker's own company: not always the company of the session. */
      company: z.string(),
    }),
  ),
  turnIndex: z.number(),
  time: z.string().nullable(),
});
export type Evidence = z.output<typeof evidenceSchema>;

export const evidenceFilterSchema = z.object({
  companyId: id.optional(),
  techniques: z.array(z.string()).optional(),
  codeIds: z.array(id).optional(),
  itemRefs: z.array(z.string()).optional(),
  practitionerId: id.optional(),
  coderId: id.optional(),
  /** Only the codings of these coders; an empty list finds nothing. */
  coderIds: z.array(id).optional(),
  statuses: z.array(z.enum(statuses)).optional(),
  excerptIds: z.array(id).optional(),
  transcriptId: id.optional(),
  companyIds: z.array(id).optional(),
  /** Roles of practitioners whose words are covered; an empty one is that of who has none. */
  roles: z.array(z.string()).optional(),
  /** Leaves out codings in which no practitioner speaks. */
  isSpoken: z.boolean().optional(),
});
export type EvidenceFilter = z.input<typeof evidenceFilterSchema>;

const nameSchema = z.string().trim().min(1).max(200);
const colourSchema = z.string().regex(/^#[0-9a-f]{6}$/i);
const textSchema = z.string().max(20_000);

/** What is read of one code when it is at hand, besides what the list has. */
const codeTextsSchema = z.object({
  id,
  whenNotToUse: z.string(),
  anchorExample: z.string(),
  /** The passage the example was taken from, in UTF-16 units of the transcript, end exclusive. */
  anchor: z.object({ transcriptId: id, transcript: z.string(), start: offset, end: offset }).nullable(),
});

/** What a codebook has of a code besides what the list has. */
const codeBookEntrySchema = codeTextsSchema.omit({ anchor: true });
export type CodeBookEntry = z.output<typeof codeBookEntrySchema>;

const countsShape = {
  codings: z.number(),
  excerpts: z.number(),
  transcripts: z.number(),
  persons: z.number(),
};

/** Counts of distinct excerpts, transcripts and practitioners; what is never used is not in the lists. */
const codeCountsSchema = z.object({
  codes: z.array(z.object({ codeId: id, ...countsShape })),
  /** `activity`, `precondition` and `open` as a whole, and each pipeline and stage: `activity:0`, `precondition:2`. */
  groups: z.array(z.object({ group: z.string(), ...countsShape })),
});
export type CodeCounts = z.output<typeof codeCountsSchema>;

export const codeContract = {
  code: {
    /** Scheme items in the scheme's order, then open codes, siblings in the order they were put in. With coders, only their codings are counted. */
    list: oc.input(z.object({ coderIds: z.array(id).optional() }).optional()).output(z.array(codeSchema)),
    /** Counts of the work of some coders, of each code alone or with all beneath it. */
    counts: oc
      .input(z.object({ withSubcodes: z.boolean(), coderIds: z.array(id).optional() }))
      .output(codeCountsSchema),
    get: oc.input(z.object({ id })).output(codeTextsSchema),
    /** The texts of all codes that the list leaves out, for a codebook. */
    book: oc.output(z.array(codeBookEntrySchema)),
    /** Makes an open code, beneath any other code. A name that is taken is refused, whatever its case and accents. */
    create: oc
      .input(
        z.object({
          name: nameSchema,
          parentId: id.nullable().default(null),
          definition: textSchema.default(''),
        }),
      )
      .output(z.object({ id })),
    /** Changes what is given. Name, definition and colour of a scheme item are refused. */
    update: oc.input(
      z.object({
        id,
        name: nameSchema.optional(),
        definition: textSchema.optional(),
        whenToUse: textSchema.optional(),
        whenNotToUse: textSchema.optional(),
        anchorExample: textSchema.optional(),
        colour: colourSchema.optional(),
      }),
    ),
    /** Gives open codes another colour, as one step. */
    recolour: oc.input(z.object({ ids: z.array(id).min(1), colour: colourSchema })),
    /** Takes the words of a passage as the anchor example; null makes the example lead nowhere. */
    setAnchor: oc.input(
      z.object({ id, place: z.object({ transcriptId: id, start: offset, end: offset }).nullable() }),
    ),
    /** Moves open codes beneath a code (null: to the top), before a sibling (null: behind all). */
    move: oc.input(
      z.object({ ids: z.array(id).min(1), parentId: id.nullable(), beforeId: id.nullable().default(null) }),
    ),
    /** Merges open codes into any code, with codings, memos, summaries and definitions, as one step. */
    merge: oc.input(
      z.object({ ids: z.array(id).min(1), intoId: id, children: z.enum(childrenOfMerged).default('target') }),
    ),
    /** Puts some codings of a code under another one, which is made when only its name is given, as one step. */
    split: oc
      .input(
        z.object({
          id,
          codingIds: z.array(id).min(1),
          to: z.union([z.object({ codeId: id }), z.object({ name: nameSchema })]),
          isCopy: z.boolean(),
        }),
      )
      .output(z.object({ codeId: id })),
    /** Deletes open codes with their sub-codes and codings; tells what went. Items of the scheme are refused. */
    delete: oc.input(z.object({ ids: z.array(id).min(1) })).output(
      z.object({
        codes: z.number(),
        subcodes: z.number(),
        codings: z.number(),
        /** What the step is called in the history. */
        label: z.string(),
      }),
    ),
  },
  coding: {
    /** Puts a code on a passage. Codes the same passage with the same code twice only once. */
    apply: oc
      .input(
        z.object({
          transcriptId: id,
          start: offset,
          end: offset,
          codeId: id,
          coderId: id,
          status: z.enum(statuses),
          evidence: z.enum(evidenceTypes),
          comment: z.string().default(''),
        }),
      )
      .output(codingSchema),
    /** Makes an open code and puts it on a passage, as one undoable step (new code, in vivo). */
    applyNewCode: oc
      .input(
        z.object({
          transcriptId: id,
          start: offset,
          end: offset,
          name: z.string().trim().min(1).max(200),
          coderId: id,
          status: z.enum(statuses),
          evidence: z.enum(evidenceTypes),
        }),
      )
      .output(codingSchema),
    update: oc
      .input(
        z.object({
          id,
          codeId: id.optional(),
          /** Makes an open code of this name, or takes the one there is, in the same step. */
          newCodeName: z.string().trim().min(1).max(200).optional(),
          status: z.enum(statuses).optional(),
          evidence: z.enum(evidenceTypes).optional(),
          comment: z.string().optional(),
        }),
      )
      .output(codingSchema),
    /** Changes several codings in one step. Those that say the same then become one. */
    updateMany: oc.input(
      z.object({
        ids: codingIds,
        codeId: id.optional(),
        status: z.enum(statuses).optional(),
        evidence: z.enum(evidenceTypes).optional(),
      }),
    ),
    /** Moves a coding's boundaries; other codings of the former excerpt stay where they are. */
    resize: oc.input(z.object({ id, start: offset, end: offset })).output(codingSchema),
    /** Makes one coding two, before and after an offset inside it, which lies between two characters. */
    split: oc.input(z.object({ id, offset })).output(z.tuple([codingSchema, codingSchema])),
    delete: oc.input(z.object({ id })),
    /** Deletes several codings in one step. */
    deleteMany: oc.input(z.object({ ids: codingIds })),
    /** How many memos (with coders: of theirs) are on each coding of a transcript or on its passage, where there are any. */
    memoCounts: oc
      .input(z.object({ transcriptId: id, coderIds: z.array(id).optional() }))
      .output(z.array(z.object({ codingId: id, memos: z.number() }))),
  },
  evidence: {
    /** Codings with their context, by company, transcript and place. */
    list: oc.input(evidenceFilterSchema).output(z.array(evidenceSchema)),
  },
};
