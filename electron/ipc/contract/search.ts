import { eventIterator, oc } from '@orpc/contract';
import { z } from 'zod';
import { memoSubjects } from '../../../db/model/memo.ts';

/** Full-text search: over transcripts, memos, codes and comments, as a list of key words in context. */

const id = z.number().int().positive();
const offset = z.number().int().nonnegative();

/** What the words in the field are: a query for words, a part of a word or text, or a regular expression. */
export const searchModes = ['words', 'part', 'pattern'] as const;
export type SearchMode = (typeof searchModes)[number];

export const searchedKinds = ['transcript', 'memo', 'code', 'comment'] as const;
export type SearchedKind = (typeof searchedKinds)[number];

export const searchSorts = ['place', 'before', 'after', 'participant'] as const;
export type SearchSort = (typeof searchSorts)[number];

/** Whose words in transcripts are searched. */
const speakersSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  /** Everybody but the interviewer. */
  z.object({ kind: z.literal('participants') }),
  z.object({ kind: z.literal('role'), role: z.string() }),
]);
export type SearchSpeakers = z.output<typeof speakersSchema>;

export const searchRequestSchema = z.object({
  words: z.string().max(1000),
  mode: z.enum(searchModes),
  /** Capitals and accents count. */
  isExact: z.boolean(),
  kinds: z.array(z.enum(searchedKinds)).min(1),
  /** No company, or no technique: all of them. */
  companyIds: z.array(id).default([]),
  techniques: z.array(z.string()).default([]),
  speakers: speakersSchema.default({ kind: 'all' }),
  /** Whose comments and memos may be shown; everybody's when it is left out. */
  coderIds: z.array(id).optional(),
});
export type SearchRequest = z.output<typeof searchRequestSchema>;

/** A hit with the words around it, in the order of reading, and where it is. */
export const searchRowSchema = z.object({
  /** The hit's number in the order of places, from 0. */
  hit: offset,
  kind: z.enum(searchedKinds),
  /** Of the transcript, memo, code or coding. */
  id,
  /** Which text of it, such as `definition`. */
  field: z.string(),
  title: z.string(),
  company: z.string().nullable(),
  technique: z.string().nullable(),
  before: z.string(),
  words: z.string(),
  after: z.string(),
  isRightToLeft: z.boolean(),
  participant: z.string().nullable(),
  role: z.string().nullable(),
  isInterviewer: z.boolean(),
  /** Number of the turn in its transcript, from 1; null outside of transcripts. */
  turn: z.number().nullable(),
  /** The passage to open: the hit itself, or what a memo or comment is about; UTF-16 units, end exclusive. */
  place: z.object({ transcriptId: id, start: offset, end: offset }).nullable(),
  /** What a memo is on; null for all else. */
  about: z
    .union([z.object({ on: z.literal('study') }), z.object({ on: z.enum(memoSubjects), id })])
    .nullable(),
});
export type SearchRow = z.output<typeof searchRowSchema>;

/** How many hits each text has; only texts with hits are listed. */
export const searchCountSchema = z.object({
  kind: z.enum(searchedKinds),
  id,
  title: z.string(),
  companyId: id.nullable(),
  company: z.string().nullable(),
  hits: z.number(),
});
export type SearchCount = z.output<typeof searchCountSchema>;

const searchEventSchema = z.discriminatedUnion('kind', [
  /** The first hits, as soon as there are some; then only how many there are and how far the search is. */
  z.object({
    kind: z.literal('hits'),
    searchId: id,
    hits: z.number(),
    done: z.number(),
    total: z.number(),
    rows: z.array(searchRowSchema),
  }),
  z.object({
    kind: z.literal('finished'),
    searchId: id,
    hits: z.number(),
    /** There are more hits than are kept. */
    isCut: z.boolean(),
    counts: z.array(searchCountSchema),
  }),
]);
export type SearchEvent = z.output<typeof searchEventSchema>;

/** How many rows are asked for at once. */
export const rowsOfPage = 100;

export const searchContract = {
  search: {
    /**
     * Searches and keeps the hits for the calls below; ending the iteration early keeps those found so far. A query that
     * cannot be understood, and a regular expression that takes too long, are refused with a sentence.
     */
    run: oc.input(searchRequestSchema).output(eventIterator(searchEventSchema)),
    /** Rows of a search in an order. Refused when the search is gone or texts have changed since: search once more. */
    page: oc
      .input(
        z.object({
          searchId: id,
          sort: z.enum(searchSorts),
          from: offset,
          count: z.number().int().min(1).max(500),
        }),
      )
      .output(z.object({ total: z.number(), rows: z.array(searchRowSchema) })),
    /** The first rows as text with tabs, for a spreadsheet; `total` says how many hits there are. */
    copy: oc
      .input(z.object({ searchId: id, sort: z.enum(searchSorts) }))
      .output(z.object({ text: z.string(), rows: z.number(), total: z.number() })),
    /** Writes all hits to a CSV file. */
    save: oc
      .input(z.object({ searchId: id, sort: z.enum(searchSorts), path: z.string().min(1) }))
      .output(z.object({ rows: z.number() })),
  },
};
