/** How far a text is scrolled, and how tall it is with it, in pixels. */
type Scrolled = { top: number; height: number };

/** One arrival at a transcript; going back comes to the same visit again. */
type Visit = { visit: number; transcriptId: number };

/** Kept while the window is open, by visit and by transcript. */
const byVisit = new Map<string, Scrolled>();
const byTranscript = new Map<number, Scrolled>();

/** More visits than the way back holds, in two panes. */
const mostVisits = 400;

const keyOf = ({ visit, transcriptId }: Visit) => `${visit} ${transcriptId}`;

export function rememberTop(visit: Visit, scrolled: Scrolled): void {
  const key = keyOf(visit);
  byVisit.delete(key);
  byVisit.set(key, scrolled);
  byTranscript.set(visit.transcriptId, scrolled);
  const [oldest] = byVisit.keys();
  if (byVisit.size > mostVisits && oldest !== undefined) byVisit.delete(oldest);
}

/**
 * Returns where the text was left in this very visit (`isKnown`), or else where it was read last; the top of the
 * text when it was never open.
 */
export function findReturn(visit: Visit): Scrolled & { isKnown: boolean } {
  const left = byVisit.get(keyOf(visit));
  if (left) return { ...left, isKnown: true };
  return { ...(byTranscript.get(visit.transcriptId) ?? { top: 0, height: 0 }), isKnown: false };
}
