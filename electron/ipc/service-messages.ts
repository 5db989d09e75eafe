import { z } from 'zod';

/**
 * What main and the study service of one window say to each other over the process's own port. Data of the
 * study never comes this way: the page has a port of its own to the service.
 */

const path = z.string().min(1);

export const serviceRequestSchema = z.discriminatedUnion('kind', [
  /** Opens the study at the path; a coder that is not in it yet is added. */
  z.object({ kind: z.literal('open'), path, coder: z.string().optional() }),
  /** Makes a study at a path where no file is. A scheme file wins over the id of a shipped scheme. */
  z.object({
    kind: z.literal('create'),
    path,
    name: z.string().trim().min(1),
    schemeId: z.string(),
    schemePath: path.nullable(),
    coder: z.string().trim().min(1),
  }),
  /** Makes the sample study at a path where no file is, telling progress as it goes. */
  z.object({ kind: z.literal('sample'), path, coder: z.string().optional() }),
  /** Writes a copy to a path where no file is, and continues with the copy. */
  z.object({ kind: z.literal('saveAs'), path }),
  /** Serves the contract over the message port that is transferred with this request. */
  z.object({ kind: z.literal('connect') }),
  /** Closes the study, so that no side files are left; the process may be ended after the answer. */
  z.object({ kind: z.literal('close') }),
]);
export type ServiceRequest = z.output<typeof serviceRequestSchema>;

/** A request with the number that its answer and its progress carry. */
export const numberedRequestSchema = z.intersection(
  serviceRequestSchema,
  z.object({ request: z.number().int().nonnegative() }),
);
export type NumberedRequest = z.output<typeof numberedRequestSchema>;

const request = z.number().int().nonnegative();

export const serviceReportSchema = z.union([
  z.object({ kind: z.literal('answer'), request, ok: z.literal(true), value: z.unknown().optional() }),
  /** The message is for people; it may have several lines. */
  z.object({ kind: z.literal('answer'), request, ok: z.literal(false), message: z.string() }),
  z.object({ kind: z.literal('progress'), request, done: z.number(), total: z.number() }),
  /** Labels of the steps that undo and redo would act on now. */
  z.object({ kind: z.literal('history'), undo: z.string().nullable(), redo: z.string().nullable() }),
  /** The name of the study, sent once it is open and whenever it changes. */
  z.object({ kind: z.literal('title'), name: z.string() }),
]);
export type ServiceReport = z.output<typeof serviceReportSchema>;
