/** What a coding says of the company: the statement's status on the coded item. */
export const statuses = ['in place', 'partly', 'planned', 'not in place', 'not stated'] as const;
export type Status = (typeof statuses)[number];

/** What the statement rests on: somebody's word, something seen or documented, or a trace of it. */
export const evidenceTypes = ['affirmation', 'artefact', 'indirect artefact'] as const;
export type EvidenceType = (typeof evidenceTypes)[number];

/** The two sides of a claim; `not stated` takes neither. */
export type Side = 'for' | 'against';

/** Returns the side a status takes: in place and partly against planned and not in place (product rule 3). */
export function findSide(status: Status): Side | undefined {
  if (status === 'in place' || status === 'partly') return 'for';
  if (status === 'planned' || status === 'not in place') return 'against';
  return undefined;
}

/** A glyph for each status, so that colour is never the only sign. */
export const statusGlyphs = {
  'in place': '●',
  partly: '◐',
  planned: '◌',
  'not in place': '○',
  'not stated': '–',
} as const satisfies Record<Status, string>;

const foldWord = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');

/** Returns the status a piece of text means (`in place`, `in_place`, `Not-in-place`), or undefined. */
export function findStatus(text: string): Status | undefined {
  const wanted = foldWord(text);
  if (wanted === '') return 'not stated';
  return statuses.find((status) => status === wanted);
}

/** Returns the evidence type a piece of text means (`artefact`, `Indirect-artefact`, `artifact`), or undefined. */
export function findEvidenceType(text: string): EvidenceType | undefined {
  const wanted = foldWord(text).replace('artifact', 'artefact');
  if (wanted === '') return 'affirmation';
  return evidenceTypes.find((type) => type === wanted);
}
