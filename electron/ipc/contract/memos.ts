import { oc } from '@orpc/contract';
import { z } from 'zod';
import { memoKinds, memoSubjects } from '../../../db/model/memo.ts';

const id = z.number().int().positive();
const offset = z.number().int().nonnegative();
const coderIds = z.array(id).optional();

export const memoTargetSchema = z.discriminatedUnion('on', [
  z.object({ on: z.literal('study') }),
  z.object({ on: z.enum(memoSubjects), id }),
  z.object({ on: z.literal('passage'), transcriptId: id, start: offset, end: offset }),
]);

/** What a memo is on, in words, and where that stands. Offsets are UTF-16 units of the transcript, end exclusive. */
export const memoAboutSchema = z.object({
  on: z.enum(['study', ...memoSubjects]),
  /** Null for the study, and for a passage that is no excerpt yet. */
  targetId: id.nullable(),
  about: z.string(),
  excerptId: id.nullable(),
  transcriptId: id.nullable(),
  start: offset.nullable(),
  end: offset.nullable(),
  quote: z.string().nullable(),
  companyId: id.nullable(),
  company: z.string().nullable(),
  /** Id of the scheme item, for a code or a rating of one. */
  itemRef: z.string().nullable(),
});
export type MemoAbout = z.output<typeof memoAboutSchema>;

/** A memo in a list; `preview` is the start of its text. */
export const memoRowSchema = memoAboutSchema.extend({
  id,
  kind: z.enum(memoKinds),
  title: z.string(),
  preview: z.string(),
  coderId: id.nullable(),
  coder: z.string().nullable(),
  /** Who wrote a comment that came with a file, as the file says. */
  author: z.string(),
  writtenAt: z.string().nullable(),
  changedAt: z.string().nullable(),
  /** How many excerpts its text links to. */
  links: z.number(),
});
export type MemoRow = z.output<typeof memoRowSchema>;

/** An excerpt as a memo links to it. */
export const linkedExcerptSchema = z.object({
  excerptId: id,
  transcriptId: id,
  start: offset,
  end: offset,
  /** The start of the quote. */
  quote: z.string(),
  transcript: z.string(),
  company: z.string(),
  technique: z.string(),
  participant: z.string().nullable(),
  /** The speaker as the text has it. */
  label: z.string().nullable(),
  codes: z.string(),
});
export type LinkedExcerpt = z.output<typeof linkedExcerptSchema>;

export const memoSchema = memoRowSchema.extend({
  /** What its editor stored; null for a comment that came with a file and was not changed since. */
  document: z.string().nullable(),
  text: z.string(),
  /** Those of the excerpts it links to that exist. */
  linked: z.array(linkedExcerptSchema),
});
export type Memo = z.output<typeof memoSchema>;

export const memoFilterSchema = z.object({
  kind: z.enum(memoKinds).optional(),
  on: z.enum(['study', ...memoSubjects]).optional(),
  /** Memos that this coder wrote. */
  coderId: id.optional(),
  /** Memos on a company, and on anything of it. */
  companyId: id.optional(),
  /** Words that all occur in title or text; accents and case do not matter. */
  search: z.string().max(400).optional(),
  coderIds,
  order: z.enum(['changed', 'created', 'subject']),
});
export type MemoFilter = z.input<typeof memoFilterSchema>;

/** Longer ones are refused with a sentence by the study itself; this only guards the port. */
const document = z.string().max(8_000_000);
const title = z.string().max(300);

export const memoContract = {
  memo: {
    /** What a memo would be on; null when it does not exist any more. */
    about: oc.input(z.object({ target: memoTargetSchema })).output(memoAboutSchema.nullable()),
    /** Memos on one thing, the oldest first; on an excerpt also those on its codings. */
    list: oc.input(z.object({ target: memoTargetSchema, coderIds })).output(z.array(memoRowSchema)),
    /** Memos of a transcript: those on the whole, then those on passages and codings in the order of the text. */
    ofTranscript: oc.input(z.object({ transcriptId: id, coderIds })).output(z.array(memoRowSchema)),
    /** Memos whose text links to an excerpt. */
    linkedFrom: oc.input(z.object({ excerptId: id, coderIds })).output(z.array(memoRowSchema)),
    /** The memos that fit, by id in their order, and how many there are without the filter. */
    find: oc.input(memoFilterSchema).output(z.object({ ids: z.array(id), total: z.number() })),
    /** Rows of a page of what `find` found. */
    rows: oc.input(z.object({ ids: z.array(id).max(200) })).output(z.array(memoRowSchema)),
    get: oc.input(z.object({ id })).output(memoSchema),
    /** How many memos there are on each thing of a sort that has some; of an excerpt also those on its codings. */
    counts: oc
      .input(z.object({ on: z.enum(memoSubjects), coderIds }))
      .output(z.array(z.object({ id, memos: z.number() }))),
    /** The first excerpts that hold all words in quote, codes, speaker, transcript or company. */
    excerpts: oc
      .input(
        z.object({
          search: z.string().max(400),
          codingId: id.nullable(),
          transcriptId: id.nullable(),
          coderIds,
          limit: z.number().int().min(1).max(50),
        }),
      )
      .output(z.array(linkedExcerptSchema)),
    create: oc
      .input(
        z.object({
          target: memoTargetSchema,
          kind: z.enum(memoKinds),
          title,
          coderId: id.nullable(),
          document,
        }),
      )
      .output(z.object({ id })),
    /** Changes what is given. Saves of one sitting are one step, which one undo takes back. */
    update: oc.input(
      z.object({
        id,
        coderId: id.nullable(),
        kind: z.enum(memoKinds).optional(),
        title: title.optional(),
        document: document.optional(),
      }),
    ),
    delete: oc.input(z.object({ id })),
  },
};
