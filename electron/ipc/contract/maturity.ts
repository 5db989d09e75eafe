import { oc } from '@orpc/contract';
import { z } from 'zod';
import { statuses } from '../../../db/model/coding.ts';
import { ratingValues } from '../../../db/model/rating.ts';

const id = z.number().int().positive();

/** A claim: what is said of one item in one company (product rule 2). */
export const claimSchema = z.object({
  companyId: id,
  codeId: id,
  itemRef: z.string().nullable(),
  /** All codings, those without stated status included. */
  codings: z.number(),
  persons: z.number(),
  techniques: z.array(z.string()),
  roles: z.number(),
  sessions: z.number(),
  coders: z.number(),
  data: z.boolean(),
  method: z.boolean(),
  independent: z.boolean(),
  within: z.boolean(),
  conflict: z.boolean(),
  self: z.boolean(),
  coderAgreement: z.boolean(),
  degree: z.number().int().min(0).max(4),
  /** The degree in a sentence. */
  reason: z.string(),
  byTechnique: z.array(
    z.object({
      technique: z.string(),
      codings: z.number(),
      persons: z.number(),
      participants: z.array(z.string()),
      statuses: z.array(z.enum(statuses)),
    }),
  ),
});
export type Claim = z.output<typeof claimSchema>;

export const matrixSchema = z.object({
  companies: z.array(
    z.object({
      id,
      label: z.string(),
      name: z.string(),
      /** Techniques with a session in this company. */
      techniques: z.array(z.string()),
    }),
  ),
  techniques: z.array(z.object({ letter: z.string(), name: z.string() })),
  claims: z.array(claimSchema),
});
export type TriangulationMatrix = z.output<typeof matrixSchema>;

export const ratingSchema = z.object({
  id,
  companyId: id,
  itemRef: z.string(),
  value: z.enum(ratingValues),
  rationale: z.string(),
  coderId: id,
  coder: z.string(),
  ratedAt: z.string(),
  excerptIds: z.array(id),
});
export type Rating = z.output<typeof ratingSchema>;

export const intervalSchema = z.object({ low: z.number(), high: z.number() });

export const companyPlacementSchema = z.object({
  companyId: id,
  label: z.string(),
  name: z.string(),
  placement: z.number().nullable(),
  rationale: z.string(),
  date: z.string().nullable(),
  /** The interval by the study's chosen rule. */
  computed: intervalSchema,
  /** Whether any precondition has a rating other than unknown. */
  isRated: z.boolean(),
  byRule: z.array(z.object({ ruleId: z.string(), name: z.string(), low: z.number(), high: z.number() })),
  /** Preconditions whose unknown rating keeps the interval wide. */
  narrowing: z.array(z.string()),
  /** Preconditions that stand between the company and the next stage, by the chosen rule. */
  blocking: z.array(z.string()),
  profile: z.array(z.object({ stage: z.number(), counts: z.record(z.string(), z.number()) })),
});
export type CompanyPlacement = z.output<typeof companyPlacementSchema>;

export const findingSchema = z.object({
  check: z.string(),
  severity: z.enum(['error', 'warning', 'note']),
  message: z.string(),
  items: z.array(
    z.object({
      description: z.string(),
      transcriptId: id.optional(),
      transcript: z.string().optional(),
      start: z.number().optional(),
      end: z.number().optional(),
      company: z.string().optional(),
      itemRef: z.string().optional(),
      participant: z.string().optional(),
    }),
  ),
});
export type Finding = z.output<typeof findingSchema>;

const exportTarget = { path: z.string().min(1) };

export const maturityContract = {
  triangulation: {
    /** With coders, only their codings are heard. */
    matrix: oc.input(z.object({ coderIds: z.array(id).optional() }).optional()).output(matrixSchema),
    export: oc.input(z.object({ ...exportTarget, format: z.enum(['csv', 'json']) })),
  },
  rating: {
    list: oc.output(z.array(ratingSchema)),
    /** Sets one rating; replaces the former one with its excerpts. */
    save: oc.input(
      z.object({
        companyId: id,
        itemRef: z.string().min(1),
        value: z.enum(ratingValues),
        rationale: z.string(),
        excerptIds: z.array(id),
        coderId: id,
      }),
    ),
    delete: oc.input(z.object({ companyId: id, itemRef: z.string() })),
  },
  placement: {
    list: oc.output(z.array(companyPlacementSchema)),
    save: oc.input(
      z.object({
        companyId: id,
        value: z.number().min(0),
        rationale: z.string(),
        date: z.iso.date().nullable(),
        coderId: id,
      }),
    ),
    delete: oc.input(z.object({ companyId: id })),
  },
  figure: {
    /** Writes the placement figure; the picture is the one on screen. */
    export: oc.input(
      z.object({
        ...exportTarget,
        name: z.enum(['placement']),
        format: z.enum(['svg', 'pdf', 'png']),
        widthMm: z.number().min(60).max(420).optional(),
        palette: z.enum(['colour', 'grey']).optional(),
      }),
    ),
  },
  mapping: {
    export: oc.input(z.object({ ...exportTarget, format: z.enum(['csv', 'json']) })),
  },
  audit: {
    list: oc.output(z.array(findingSchema)),
  },
};
