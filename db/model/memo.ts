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

/** The parts that name what a memo is on; null where they have no meaning. */
export type MemoSubjectParts = {
  on: 'study' | MemoSubject;
  transcript: string | null;
  itemRef: string | null;
  code: string | null;
  company: string | null;
  practitioner: string | null;
  role: string | null;
};

/** Returns words for what a memo is on, such as `company A · 2.10 Alerts`, which also read well after “Memo on ”. */
export function describeMemoSubject(parts: MemoSubjectParts): string {
  const { on, transcript, company, practitioner, role } = parts;
  const item = [parts.itemRef, parts.code].filter(Boolean).join(' ');
  switch (on) {
    case 'study':
      return 'the study';
    case 'transcript':
      return transcript ?? '';
    case 'excerpt':
      return `a passage of ${transcript}`;
    case 'coding':
      return `${item} in ${transcript}`;
    case 'code':
      return item;
    case 'company':
      return `company ${company}`;
    case 'practitioner':
      return [practitioner, role, `company ${company}`].filter(Boolean).join(' · ');
    case 'rating':
      return `company ${company} · ${item}`;
  }
}
