import { oc } from '@orpc/contract';
import { z } from 'zod';

/** People and sessions from a table: a CSV or Excel file, or cells pasted from a spreadsheet. */

export const peopleTables = ['companies', 'participants', 'sessions'] as const;
export type PeopleTable = (typeof peopleTables)[number];

/**
 * Where a table comes from. `sheet` names one of an Excel file; null takes the one whose heads suit best in `look`, which
 * then names it.
 */
export const tableSourceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('file'), path: z.string().min(1), sheet: z.string().nullable() }),
  z.object({ kind: z.literal('pasted'), text: z.string().min(1).max(5_000_000) }),
]);
export type TableSource = z.output<typeof tableSourceSchema>;

/**
 * What a column may hold is a field that `look` lists, or `new attribute:` and the name of an attribute of practitioners
 * that is made when a row has a value for it.
 */
export const newAttributePrefix = 'new attribute:';

/** A column that a table of this kind may have, in words for the researcher. */
export const tableFieldSchema = z.object({
  field: z.string(),
  name: z.string(),
  isNeeded: z.boolean(),
  hint: z.string(),
});
export type TableField = z.output<typeof tableFieldSchema>;

export const tableLookSchema = z.object({
  fileName: z.string(),
  sheets: z.array(z.string()),
  /** The sheet that was read; null for anything but an Excel file. */
  sheet: z.string().nullable(),
  /** A row names the columns. Without one they are called by their letters, and row 1 is a row of the table. */
  hasHeads: z.boolean(),
  /** The table's own column heads, in order. */
  columns: z.array(z.string()),
  /** The first rows, as many cells as there are columns. */
  sample: z.array(z.array(z.string())),
  rows: z.number(),
  /** Columns with an empty cell somewhere below a filled one, as where cells were merged. */
  gaps: z.array(z.boolean()),
  fields: z.array(tableFieldSchema),
  /** Which field each column seems to hold; null for none. */
  proposed: z.array(z.string().nullable()),
});
export type TableLook = z.output<typeof tableLookSchema>;

export const rowOutcomes = ['added', 'changed', 'same', 'refused'] as const;

/** What applying the table would do with a row; rows are counted as a spreadsheet does. */
export const tableRowOutcomeSchema = z.object({
  row: z.number(),
  outcome: z.enum(rowOutcomes),
  /** What the row is about, such as `P1` or `A_P1_2021-01-18`. */
  about: z.string(),
  /** What changes, or why the row is refused, in a sentence. */
  message: z.string(),
});
export type TableRowOutcome = z.output<typeof tableRowOutcomeSchema>;

const mappedTable = z.object({
  table: z.enum(peopleTables),
  source: tableSourceSchema,
  hasHeads: z.boolean(),
  /** The field each column holds, in the order of the columns; null leaves the column out. */
  fields: z.array(z.string().nullable()),
  /** An empty cell of the company repeats the one above. */
  repeatsCompany: z.boolean().default(false),
});

export const tableContract = {
  table: {
    /** Reads a table without writing anything. `hasHeads` null: whether a row names the columns is found out. */
    look: oc
      .input(
        z.object({
          table: z.enum(peopleTables),
          source: tableSourceSchema,
          hasHeads: z.boolean().nullable().default(null),
        }),
      )
      .output(tableLookSchema),
    /** What applying the table would do, row by row; nothing is written. */
    check: oc.input(mappedTable).output(z.array(tableRowOutcomeSchema)),
    /** Applies the rows that are not refused, as one undoable step; returns what was done, as `check` does. */
    apply: oc
      .input(mappedTable.extend({ coderId: z.number().int().positive().nullable() }))
      .output(z.array(tableRowOutcomeSchema)),
  },
};
