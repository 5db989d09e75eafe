/** What sort of thought a memo holds. A plain note is none of the three that the literature tells apart. */
export const memoKinds = ['note', 'theoretical', 'methodological', 'reflexive'] as const;
export type MemoKind = (typeof memoKinds)[number];

/** What a memo can be on, besides the study as a whole. */
export const memoSubjects = [
  'transcript',
  'excerpt',
  'coding',
  'code',
  'company',
  'practitioner',
  'rating',
] as const;
export type MemoSubject = (typeof memoSubjects)[number];

/**
 * What a memo is on. A passage is a place in a transcript that may not be an excerpt yet; the first memo on it makes it
 * one. Offsets are UTF-16 units of the transcript, end exclusive.
 */
export type MemoTarget =
  | { on: 'study' }
  | { on: MemoSubject; id: number }
  | { on: 'passage'; transcriptId: number; start: number; end: number };
