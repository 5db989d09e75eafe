import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { schemeSchema } from '../../../db/model/scheme.ts';

const id = z.number().int().positive();

export const historyStateSchema = z.object({ undo: z.string().nullable(), redo: z.string().nullable() });
export type HistoryState = z.output<typeof historyStateSchema>;

export const coderSchema = z.object({ id, name: z.string(), colour: z.string(), codings: z.number() });
export type Coder = z.output<typeof coderSchema>;

export const studySchema = z.object({
  guid: z.string(),
  name: z.string(),
  path: z.string(),
  isReadOnly: z.boolean(),
  ruleId: z.string(),
  scheme: schemeSchema,
  history: historyStateSchema,
});
export type StudySummary = z.output<typeof studySchema>;

/** Tells which tables a step, an undo or a redo touched, and what undo and redo would do now. */
export const changedSchema = z.object({ tables: z.array(z.string()), history: historyStateSchema });

export const studyContract = {
  study: {
    get: oc.output(studySchema),
    rename: oc.input(z.object({ name: z.string().trim().min(1).max(200) })),
    /** Chooses the stage rule that the computed intervals follow. */
    setRule: oc.input(z.object({ ruleId: z.string().min(1) })),
    changes: oc.output(eventIterator(changedSchema)),
  },
  history: {
    /** Undoes the last step; answers its label, or null when there was none. */
    undo: oc.output(z.object({ label: z.string().nullable() })),
    redo: oc.output(z.object({ label: z.string().nullable() })),
    /** The last steps, newest first: the audit trail. */
    list: oc.output(
      z.array(
        z.object({
          id,
          label: z.string(),
          coder: z.string().nullable(),
          doneAt: z.string(),
          isUndone: z.boolean(),
        }),
      ),
    ),
  },
  coder: {
    list: oc.output(z.array(coderSchema)),
    save: oc
      .input(z.object({ id: id.optional(), name: z.string().trim().min(1).max(80) }))
      .output(z.object({ id })),
  },
};
