import { oc } from '@orpc/contract';
import { z } from 'zod';

/** Correcting the text and the turns of a transcript that is coded. Offsets are UTF-16 units, end exclusive. */

const id = z.number().int().positive();
const offset = z.number().int().nonnegative();

/** The stored text has LF alone. */
const written = z.string().regex(/^[^\r]*$/);

const editedTurnSchema = z.object({
  /** Null for a turn that was not there before; those that stay keep their order. */
  id: id.nullable(),
  start: offset,
  textStart: offset,
  end: offset,
  label: written.nullable(),
  time: written.nullable(),
  endTime: z.string().nullable(),
  participantId: id.nullable(),
  isInterviewer: z.boolean(),
});

const changeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('edit'),
    /** The mark of the text and turns that were edited; an edit of anything else is refused. */
    base: z.string(),
    /** In offsets of the stored text, sorted and disjoint. */
    replacements: z.array(z.object({ start: offset, end: offset, text: written })),
    /** All turns, in offsets of the new text. */
    turns: z.array(editedTurnSchema),
  }),
  /** The text and turns of a former version, brought back. */
  z.object({ kind: z.literal('version'), versionId: id }),
]);
export type TranscriptChange = z.output<typeof changeSchema>;

const touchedExcerptSchema = z.object({
  excerptId: id,
  start: offset,
  end: offset,
  quote: z.string(),
  /** The words it will have; null when nothing is left of it. */
  newQuote: z.string().nullable(),
  /** Whether it will stand exactly where another one does, and become one with it. */
  isJoined: z.boolean(),
  codes: z.array(z.string()),
  codings: z.number(),
  /** The ratings that rest on it. */
  ratings: z.array(z.object({ company: z.string(), itemRef: z.string(), value: z.string() })),
  /** Memos on it and on its codings; memos that link to it; codes that have it as their example. */
  memos: z.number(),
  links: z.number(),
  examples: z.number(),
});
export type TouchedExcerpt = z.output<typeof touchedExcerptSchema>;

/** What a change of the text does to the excerpts. Those that keep their words are only counted. */
const editEffectSchema = z.object({
  /** Stay where they are. */
  kept: z.number(),
  /** Keep their words in another place. */
  moved: z.number(),
  changed: z.array(touchedExcerptSchema),
  lost: z.array(touchedExcerptSchema),
  wordsBefore: z.number(),
  wordsAfter: z.number(),
});
export type EditEffect = z.output<typeof editEffectSchema>;

/** A change of a transcript that was looked at, and what it does to the excerpts. */
export type ReviewedChange = { id: number; name: string; change: TranscriptChange; effect: EditEffect };

export const editingContract = {
  transcript: {
    /** What a change would do to the excerpts; nothing is written. */
    previewEdit: oc.input(z.object({ id, change: changeSchema })).output(editEffectSchema),
    /**
     * Carries a change out as one step and keeps the former text as a version. `mayLose` are the excerpts that the
     * researcher knows to be lost; when another one would be, nothing is written.
     */
    edit: oc.input(z.object({ id, change: changeSchema, mayLose: z.array(id) })),
  },
};
