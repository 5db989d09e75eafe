import type { SearchCount, SearchedKind } from '../../electron/ipc/contract/search.ts';

export type CountedText = { title: string; hits: number; firstHit: number };
export type CountGroup = CountedText & { texts: CountedText[] };

const kindTitles: Record<SearchedKind, string> = {
  transcript: 'Transcripts',
  memo: 'Memos',
  code: 'Codes',
  comment: 'Comments',
};

/**
 * Groups the counts of texts, which come in the order of places: transcripts by company, the rest by what it is. `firstHit` is
 * the number of the first hit in the list by place. Several texts of one memo, code or coding count as one.
 */
export function groupCounts(counts: readonly SearchCount[]): CountGroup[] {
  const groups = new Map<string, CountGroup>();
  const texts = new Map<string, CountedText>();
  let firstHit = 0;
  for (const { kind, id, title, company, hits } of counts) {
    const name = kind === 'transcript' ? `Company ${company ?? ''}`.trim() : kindTitles[kind];
    const group = groups.get(name) ?? { title: name, hits: 0, firstHit, texts: [] };
    groups.set(name, group);
    group.hits += hits;
    const known = texts.get(`${kind} ${id}`);
    if (known) known.hits += hits;
    else {
      const text = { title, hits, firstHit };
      texts.set(`${kind} ${id}`, text);
      group.texts.push(text);
    }
    firstHit += hits;
  }
  return [...groups.values()];
}
