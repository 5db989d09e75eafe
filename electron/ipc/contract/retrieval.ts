import { oc } from '@orpc/contract';
import { z } from 'zod';
import { groupings, questionSchema } from '../../../db/model/retrieval.ts';
import { evidenceSchema } from './codes.ts';

const id = z.number().int().positive();
const name = z.string().trim().min(1).max(200);

/** What was found: ids of codings, group by group. A coding with the words of two practitioners stands under both. */
export const foundSchema = z.object({
  codings: z.number(),
  excerpts: z.number(),
  transcripts: z.number(),
  /** Distinct practitioners whose words the excerpts hold. */
  persons: z.number(),
  /** Empty when nothing is grouped; otherwise the counts add up to the length of `ids`. */
  groups: z.array(z.object({ key: z.string(), title: z.string(), count: z.number() })),
  ids: z.array(z.number()),
});
export type Found = z.output<typeof foundSchema>;

export const savedQuerySchema = z.object({
  id,
  name: z.string(),
  question: questionSchema,
  /** Sentences about what the query names that is gone from the study. */
  remarks: z.array(z.string()),
});
export type SavedQuery = z.output<typeof savedQuerySchema>;

export const retrievalContract = {
  retrieval: {
    /** Ids of the codings that answer a question, in the order in which they are listed. */
    find: oc
      .input(
        z.object({
          question: questionSchema,
          grouping: z.enum(groupings),
          /** Only these coders' codings are there; an empty list finds nothing. */
          shownCoderIds: z.array(id).optional(),
        }),
      )
      .output(foundSchema),
    /** Codings with all that is shown of them, in the order of the ids; those that are gone are left out. */
    page: oc.input(z.object({ ids: z.array(id).max(500) })).output(z.array(evidenceSchema)),
    /**
     * The words around a coding's excerpt, as they stand in the transcript: on either side whole sentences of at least so
     * many characters (UTF-16 units), or so many whole turns beside its own.
     */
    context: oc
      .input(
        z.object({
          id,
          unit: z.enum(['characters', 'turns']),
          number: z.number().int().nonnegative().max(10_000),
        }),
      )
      .output(z.object({ before: z.string(), after: z.string() })),
  },
  savedQuery: {
    /** By name. */
    list: oc.output(z.array(savedQuerySchema)),
    /** Keeps a question under a name. A name that is taken is refused. */
    create: oc.input(z.object({ name, question: questionSchema })).output(z.object({ id })),
    rename: oc.input(z.object({ id, name })),
    /** Makes a saved query ask something else. */
    replace: oc.input(z.object({ id, question: questionSchema })),
    delete: oc.input(z.object({ id })),
  },
};
