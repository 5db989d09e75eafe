import { oc } from '@orpc/contract';
import { z } from 'zod';
import { statuses } from '../../../db/model/coding.ts';
import { crosstabCounts, crosstabKinds, crosstabOrders, crosstabShares } from '../../../db/model/crosstab.ts';

const id = z.number().int().positive();

/** Which codings count, in every table of codes. Without `codeIds` all codes stand in the rows. */
const choice = {
  counts: z.enum(crosstabCounts),
  codeIds: z.array(id).optional(),
  /** A row counts the excerpts of its sub-codes too, each once. */
  withSubCodes: z.boolean(),
  coderIds: z.array(id).optional(),
  statuses: z.array(z.enum(statuses)).optional(),
  companyIds: z.array(id).optional(),
};

const crosstabChoiceSchema = z.object({ ...choice, kind: z.enum(crosstabKinds) });
export type CrosstabChoice = z.input<typeof crosstabChoiceSchema>;

const coOccurrenceChoiceSchema = z.object({
  ...choice,
  /** null: overlapping. Else at most so many turns apart; 0 is the same turn. */
  nearTurns: z.number().int().min(0).max(1000).nullable(),
});
export type CoOccurrenceChoice = z.input<typeof coOccurrenceChoiceSchema>;

const frameworkChoiceSchema = z.object({
  codeIds: z.array(id).optional(),
  coderIds: z.array(id).optional(),
});
export type FrameworkChoice = z.input<typeof frameworkChoiceSchema>;

/** Only columns that are not zero: their positions and counts. */
const sparse = { codeId: id, total: z.number(), at: z.array(z.number()), counts: z.array(z.number()) };

const crosstabSchema = z.object({
  columns: z.array(z.object({ id: z.number(), label: z.string(), detail: z.string(), total: z.number() })),
  rows: z.array(z.object(sparse)),
  /** Each excerpt or practitioner of the table once, as in the totals of rows and columns. */
  total: z.number(),
});

const coOccurrenceSchema = z.object({
  rows: z.array(z.object({ ...sparse, coefficients: z.array(z.number()) })),
});

const frameworkCellSchema = z.object({
  companyId: id,
  codeId: id,
  excerpts: z.number(),
  persons: z.number(),
  statuses: z.array(z.enum(statuses)),
  /** Degree of the claim (product rule 2). */
  degree: z.number().int().min(0).max(4),
});
export type FrameworkCell = z.output<typeof frameworkCellSchema>;

const viewSchema = z.object({
  share: z.enum(crosstabShares),
  rows: z.enum(crosstabOrders),
  columns: z.enum(crosstabOrders),
  hidesEmpty: z.boolean(),
});

const tableSchema = z.discriminatedUnion('table', [
  z.object({ table: z.literal('codes'), choice: crosstabChoiceSchema, view: viewSchema }),
  z.object({
    table: z.literal('co-occurrence'),
    choice: coOccurrenceChoiceSchema,
    shows: z.enum(['count', 'coefficient']),
    hidesEmpty: z.boolean(),
  }),
  z.object({ table: z.literal('framework'), choice: frameworkChoiceSchema }),
]);
export type TableChoice = z.input<typeof tableSchema>;

export const crosstabContract = {
  crosstab: {
    /** Codes × transcripts, companies, practitioners, techniques or roles. */
    count: oc.input(crosstabChoiceSchema).output(crosstabSchema),
    /** Writes a table as it is shown, totals included. */
    export: oc.input(
      z.object({ path: z.string().min(1), format: z.enum(['csv', 'xlsx']), table: tableSchema }),
    ),
  },
  coOccurrence: {
    count: oc.input(coOccurrenceChoiceSchema).output(coOccurrenceSchema),
    /** The excerpts behind the cell of two codes, and the pairs they form. */
    pair: oc
      .input(coOccurrenceChoiceSchema.extend({ left: id, right: id }))
      .output(z.object({ excerptIds: z.array(id), pairs: z.number() })),
  },
  framework: {
    /** What is said of each item in each company; cells that nobody speaks of are left out. */
    list: oc.input(frameworkChoiceSchema).output(z.array(frameworkCellSchema)),
  },
  summary: {
    list: oc.output(
      z.array(
        z.object({
          companyId: id,
          codeId: id,
          text: z.string(),
          /** Who wrote it last; null when that coder is gone. */
          coderId: id.nullable(),
          changedAt: z.string(),
        }),
      ),
    ),
    /** Keeps what the researcher holds of a company under a code; an empty text takes it back. */
    save: oc.input(z.object({ companyId: id, codeId: id, text: z.string().max(100_000), coderId: id })),
  },
};
