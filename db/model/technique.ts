/** How data was collected. A study may add more techniques, each with a letter of its own. */
export type Technique = { letter: string; name: string };

export const shippedTechniques = [
  { letter: 'P', name: 'Interview' },
  { letter: 'W', name: 'Workshop' },
  { letter: 'M', name: 'Meeting' },
  { letter: 'S', name: 'Stand-up' },
] as const satisfies readonly Technique[];

/** Returns the letters before the number of a participant id (`P` of `P1`), or undefined. */
export function findTechniqueLetter(participantId: string): string | undefined {
  return /^(\p{L}+)\d+$/u.exec(participantId.trim())?.[1]?.toUpperCase();
}
