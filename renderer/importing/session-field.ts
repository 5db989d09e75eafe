import type { Session } from '../../electron/ipc/contract/people.ts';
import type { DraftFile, FileFields } from './import-draft.ts';
import { makeKeeper } from './keep-same.ts';

type Place = Pick<FileFields, 'company' | 'technique'>;
type SessionChange = Partial<Pick<FileFields, 'sessionId' | 'session' | 'company' | 'technique' | 'date'>>;

const toKey = (label: string) => label.trim().toUpperCase();

/** Returns what the field of the session shows: the label of the session chosen, or of the new one. */
export function toSessionText(
  { sessionId, session }: Pick<FileFields, 'sessionId' | 'session'>,
  sessions: readonly Session[],
): string {
  if (sessionId === null) return session;
  return sessions.find(({ id }) => id === sessionId)?.label ?? session;
}

/**
 * Returns what a label typed or chosen means: the session of the study that is called so, which brings its company,
 * technique and date along, or else a new session.
 */
export function fromSessionText(text: string, place: Place, sessions: readonly Session[]): SessionChange {
  const found = sessions.find((one) => toKey(one.label) === toKey(text) && isFitting(one, place));
  if (!found) return { sessionId: null, session: text };
  const { id, company, technique, date } = found;
  return { sessionId: id, session: '', company, technique, date };
}

/** A session fits a file when nothing that is known of the file speaks against it. */
function isFitting(session: Session, { company, technique }: Place): boolean {
  return (
    (company.trim() === '' || toKey(session.company) === toKey(company)) &&
    (technique === '' || session.technique === technique)
  );
}

/** Returns the labels to choose from: sessions of the study, then new ones of other files, that fit the file. */
export function listSessionLabels(
  file: DraftFile,
  files: readonly DraftFile[],
  sessions: readonly Session[],
): string[] {
  const known = sessions.filter((one) => isFitting(one, file)).map(({ label }) => label);
  const planned = files
    .filter((one) => one.path !== file.path && one.sessionId === null && isSamePlace(one, file))
    .map(({ session }) => session.trim())
    .filter((label) => label !== '');
  return [...new Set([...known, ...planned])];
}

/** Returns all labels of sessions: those of the study, then new ones of the files. */
export function listKnownLabels(files: readonly DraftFile[], sessions: readonly Session[]): string[] {
  const planned = files.filter(({ sessionId }) => sessionId === null).map(({ session }) => session.trim());
  return [...new Set([...sessions.map(({ label }) => label), ...planned])].filter((label) => label !== '');
}

const isSamePlace = (left: Place, right: Place) =>
  toKey(left.company) === toKey(right.company) && left.technique === right.technique;

/**
 * Returns the files with the session of the study whose label they have, where it fits them; a label that the preview
 * proposes, or that was typed before company and technique were known, may be one of the study's.
 */
export function linkSessions(
  files: readonly DraftFile[],
  sessions: readonly Session[],
): readonly DraftFile[] {
  const known = new Map(sessions.map((one) => [toKey(one.label), one]));
  const linked = files.map((file) => {
    const found = file.sessionId === null ? known.get(toKey(file.session)) : undefined;
    if (!found || !isSamePlace(found, file)) return file;
    return keepLinked(file, String(found.id), () => ({ ...file, sessionId: found.id, session: '' }));
  });
  return linked.every((file, index) => file === files[index]) ? files : linked;
}

const keepLinked = makeKeeper<DraftFile, DraftFile>();

/**
 * Returns what is at odds with a new session's label, or undefined: a session of the study is called so but is of
 * another company or technique, or the first file with this label (`planned`) is.
 */
export function findSessionClash(
  file: DraftFile,
  sessionOfKey: ReadonlyMap<string, Session>,
  planned: ReadonlyMap<string, DraftFile>,
): string | undefined {
  const key = toKey(file.session);
  if (file.sessionId !== null || key === '') return undefined;
  const known = sessionOfKey.get(key);
  if (known) {
    return `Company ${known.company}, technique ${known.technique} has a session of this label: give another one.`;
  }
  const first = planned.get(key);
  if (!first || isSamePlace(first, file)) return undefined;
  return `${first.preview.fileName} has this session with company ${first.company}, technique ${first.technique}: give another label.`;
}

/** Returns the sessions of the study by their label, and the first ticked file of each new session by its label. */
export function indexSessions(sessions: readonly Session[], files: readonly DraftFile[]) {
  const planned = new Map<string, DraftFile>();
  for (const file of files) {
    const key = toKey(file.session);
    if (file.isIncluded && file.sessionId === null && key !== '' && !planned.has(key)) planned.set(key, file);
  }
  return { sessionOfKey: new Map(sessions.map((one) => [toKey(one.label), one])), planned };
}
