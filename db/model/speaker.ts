/**
 * Returns the key under which two spellings of a speaker label are one speaker: `p 1`, `P-1` and `P1` are `P1`,
 * `INTERVIEWER` and `Interviewer` are `INTERVIEWER`. What stands in brackets after a participant id is left out
 * (`P1 (data scientist)` is `P1`), after anything else it is kept.
 */
export function toSpeakerKey(label: string): string {
  const spelled = label.normalize('NFKC').replace(/\s+/gu, ' ').trim().toUpperCase();
  const id = toParticipantId(spelled.replace(/ ?\([^()]*\)$/u, ''));
  return id ?? spelled;
}

/**
 * Returns the participant id that a label spells, in capitals and without the space, hyphen or dot between
 * letters and number (`p-1` gives `P1`), or undefined when it is not one to three letters and a number.
 */
export function toParticipantId(label: string): string | undefined {
  const found = /^(\p{L}{1,3})[ \-_.]?(\d{1,3})$/u.exec(label.normalize('NFKC').trim());
  return found?.[1] === undefined || found[2] === undefined ? undefined : found[1].toUpperCase() + found[2];
}
