import type { Practitioner } from '../../electron/ipc/contract/people.ts';
import { count } from '../widgets/count.ts';

/** How many people there are and under how many participant ids; `inSeveral` have ids in several techniques. */
export type PeopleSummary = { persons: number; ids: number; inSeveral: number };

/** Counts people, not ids: a practitioner with ids in several techniques is one person (product rule 1). */
export function summarisePeople(practitioners: readonly Practitioner[]): PeopleSummary {
  const techniquesOf = practitioners.map(
    ({ participants }) => new Set(participants.map(({ techniqueId }) => techniqueId)),
  );
  return {
    persons: practitioners.length,
    ids: practitioners.reduce((sum, { participants }) => sum + participants.length, 0),
    inSeveral: techniquesOf.filter((techniques) => techniques.size > 1).length,
  };
}

/** Returns the summary in words, and says that people are counted once where that makes a difference. */
export function describePeople({ persons, ids, inSeveral }: PeopleSummary): string {
  if (persons === 0) return 'nobody yet';
  const counts = `${count(persons, 'practitioner')}, ${count(ids, 'participant id')}`;
  if (inSeveral === 0) return counts;
  const who =
    inSeveral === 1
      ? '1 has ids in several techniques and counts'
      : `${inSeveral} have ids in several techniques and count`;
  return `${counts}; ${who} once`;
}
