/**
 * What a row of a table did: what it is about, whether that is new, and in words what changed and what was passed
 * over. A row without changes left everything as it was.
 */
export type RowEffect = { about: string; isNew: boolean; changes: string[]; remarks: string[] };

/** What is known of a person, a session or a company: names with their values, which may be empty. */
export type Facts = readonly (readonly [name: string, value: string])[];

/** Returns in words how facts differ: `role: “” → “Data Scientist”`; of something new just what is known. */
export function listChanges(before: Facts | undefined, after: Facts): string[] {
  if (!before) {
    return after.filter(([, value]) => value !== '').map(([name, value]) => `${name} ${quote(value)}`);
  }
  const former = new Map(before);
  return after
    .map(([name, value]) => [name, former.get(name) ?? '', value] as const)
    .filter(([, was, is]) => was !== is)
    .map(([name, was, is]) => `${name}: ${quote(was)} → ${quote(is)}`);
}

/** A text in quotation marks, shortened so that a row of a report stays one. */
export function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return `“${line.length > 80 ? `${line.slice(0, 79).trimEnd()}…` : line}”`;
}

/** Returns a cell as one line. Throws with a sentence when it is longer than the program takes. */
export function toLine(text: string, what: string, longest = 200): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= longest) return line;
  throw new Error(`the ${what} ${quote(line)} has ${line.length} letters, at most ${longest} are possible`);
}
