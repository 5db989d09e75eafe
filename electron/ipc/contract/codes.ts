import { oc } from '@orpc/contract';
import { z } from 'zod';
import { evidenceTypes, statuses } from '../../../db/model/coding.ts';
import { codingSchema } from './transcripts.ts';

const id = z.number().int().positive();
const offset = z.number().int().nonnegative();

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
  colour: z.string(),
  codings: z.number(),
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
});
export type EvidenceFilter = z.input<typeof evidenceFilterSchema>;

export const codeContract = {
  code: {
    /** Scheme items in the scheme's order, then open codes. With coders, only their codings are counted. */
    list: oc.input(z.object({ coderIds: z.array(id).optional() }).optional()).output(z.array(codeSchema)),
    /** Makes an open code. A name that is taken is refused. */
    create: oc
      .input(
        z.object({
          name: z.string().trim().min(1).max(200),
          parentId: id.nullable().default(null),
          definition: z.string().default(''),
        }),
      )
      .output(z.object({ id })),
    update: oc.input(
      z.object({
        id,
        name: z.string().trim().min(1).max(200),
        definition: z.string(),
        colour: z.string().regex(/^#[0-9a-f]{6}$/i),
      }),
    ),
    /** Deletes an open code with its codings; items of the scheme are not deleted. */
    delete: oc.input(z.object({ id })),
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
    update: oc.input(
      z.object({
        id,
        codeId: id.optional(),
        /** Makes an open code of this name, or takes the one there is, in the same step. */
        newCodeName: z.string().trim().min(1).max(200).optional(),
        status: z.enum(statuses).optional(),
        evidence: z.enum(evidenceTypes).optional(),
        comment: z.string().optional(),
      }),
    ),
    /** Moves a coding's boundaries; other codings of the former excerpt stay where they are. */
    resize: oc.input(z.object({ id, start: offset, end: offset })),
    delete: oc.input(z.object({ id })),
  },
  evidence: {
    /** Codings with their context, by company, transcript and place. */
    list: oc.input(evidenceFilterSchema).output(z.array(evidenceSchema)),
  },
};
