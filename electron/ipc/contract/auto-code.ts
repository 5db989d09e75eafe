import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { evidenceTypes, statuses } from '../../../db/model/coding.ts';
import { passageExtents } from '../../../db/model/search/passages.ts';

/** Coding many passages at once: found by a search, or all turns of a speaker; first a preview, then one undoable step. */

const id = z.number().int().positive();
const offset = z.number().int().nonnegative();

export const passageRowSchema = z.object({
  /** Number of the passage in the list, from 0. */
  index: offset,
  transcriptId: id,
  start: offset,
  end: offset,
  transcript: z.string(),
  company: z.string().nullable(),
  participant: z.string().nullable(),
  isInterviewer: z.boolean(),
  turn: z.number().nullable(),
  /** The first words of the passage. */
  words: z.string(),
});
export type PassageRow = z.output<typeof passageRowSchema>;

/** Whose turns are coded. */
const whoseTurnsSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('participant'), participantId: id }),
  z.object({ kind: z.literal('practitioner'), practitionerId: id }),
  z.object({ kind: z.literal('role'), role: z.string().min(1) }),
]);
export type WhoseTurns = z.output<typeof whoseTurnsSchema>;

const listSchema = z.object({ listId: id, passages: z.number() });

const autoCodeEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), done: z.number(), total: z.number() }),
  /** `codings` counts the passages that carry the code now and did not before. */
  z.object({ kind: z.literal('finished'), codings: z.number(), codeId: id }),
]);
export type AutoCodeEvent = z.output<typeof autoCodeEventSchema>;

export const autoCodeContract = {
  autoCode: {
    /** Makes the list of passages around the hits of a search in transcripts, each once. */
    fromSearch: oc.input(z.object({ searchId: id, extent: z.enum(passageExtents) })).output(listSchema),
    /** Makes the list of all turns of a speaker, in some transcripts or (none given) in all. */
    bySpeaker: oc
      .input(z.object({ whose: whoseTurnsSchema, transcriptIds: z.array(id).default([]) }))
      .output(listSchema),
    page: oc
      .input(z.object({ listId: id, from: offset, count: z.number().int().min(1).max(500) }))
      .output(z.array(passageRowSchema)),
    /** The numbers of the passages that lie within an excerpt that this coder has put this code on. */
    coded: oc.input(z.object({ listId: id, codeId: id, coderId: id })).output(z.array(offset)),
    /**
     * Puts a code, or a new open code, on the passages of a list but those left out, as one undoable step. Ending the
     * iteration early leaves nothing behind.
     */
    run: oc
      .input(
        z.object({
          listId: id,
          leftOut: z.array(offset),
          code: z.union([
            z.object({ codeId: id }),
            z.object({ newCodeName: z.string().trim().min(1).max(200) }),
          ]),
          coderId: id,
          status: z.enum(statuses),
          evidence: z.enum(evidenceTypes),
        }),
      )
      .output(eventIterator(autoCodeEventSchema)),
  },
};
