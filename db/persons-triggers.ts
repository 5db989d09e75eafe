import type Database from 'better-sqlite3';
import type { WriteHandle } from './sql.ts';

/**
 * Notes while a step is written in which transcripts it may have changed whose words carry which codes, for `persons.ts`; 0 stands for all of
 * them. The moment only ever grows, also when a step is rolled back, so two moments that differ tell of a change and two
 * that are the same of none. Turns of transcripts that nobody codes are not worth a note: an import writes a hundred
 * thousand of them.
 */
export function noteSpokenChanges(connection: Database.Database): void {
  connection.exec(`CREATE TEMP TABLE spoken_changes (transcript_id INTEGER PRIMARY KEY, moment INTEGER NOT NULL);
    ${triggers.map(writeTrigger).join('\n')}`);
}

/** Notes that it may have changed anywhere: undo and redo count the rows they change, and a note for each would be another. */
export function noteAnySpokenChange(write: WriteHandle): void {
  write.run(
    `INSERT INTO temp.spoken_changes VALUES (0, total_changes())
     ON CONFLICT (transcript_id) DO UPDATE SET moment = excluded.moment`,
  );
}

type Trigger = { name: string; event: string; of: string; when?: string };

const ofExcerpt = (row: string) => `SELECT transcript_id FROM excerpts WHERE id = ${row}.excerpt_id`;
const isCoded = 'EXISTS (SELECT 1 FROM excerpts WHERE transcript_id = OLD.transcript_id)';

const triggers: readonly Trigger[] = [
  { name: 'coding_insert', event: 'INSERT ON main.codings', of: ofExcerpt('NEW') },
  // When an excerpt takes its codings along it is gone by then, and its own note tells of it.
  { name: 'coding_delete', event: 'DELETE ON main.codings', of: ofExcerpt('OLD') },
  { name: 'coding_leave', event: 'UPDATE OF excerpt_id, code_id ON main.codings', of: ofExcerpt('OLD') },
  { name: 'coding_come', event: 'UPDATE OF excerpt_id, code_id ON main.codings', of: ofExcerpt('NEW') },
  { name: 'excerpt_delete', event: 'DELETE ON main.excerpts', of: 'SELECT OLD.transcript_id' },
  {
    name: 'excerpt_move',
    event: 'UPDATE OF transcript_id, start_offset, end_offset ON main.excerpts',
    of: 'SELECT NEW.transcript_id',
  },
  { name: 'turn_delete', event: 'DELETE ON main.turns', of: 'SELECT OLD.transcript_id', when: isCoded },
  {
    name: 'turn_change',
    event: 'UPDATE OF start_offset, end_offset, participant_id ON main.turns',
    of: 'SELECT NEW.transcript_id',
    when: isCoded,
  },
  {
    name: 'turn_insert',
    event: 'INSERT ON main.turns',
    of: 'SELECT NEW.transcript_id',
    when: isCoded.replace('OLD', 'NEW'),
  },
  { name: 'participant_change', event: 'UPDATE OF practitioner_id ON main.participants', of: 'SELECT 0' },
];

function writeTrigger({ name, event, of, when }: Trigger): string {
  // The condition keeps SQLite from taking the conflict clause for one of the join.
  return `CREATE TEMP TRIGGER spoken_${name} AFTER ${event}
    WHEN (SELECT id FROM open_step) IS NOT NULL ${when === undefined ? '' : `AND ${when}`}
    BEGIN
      INSERT INTO spoken_changes SELECT id, total_changes() FROM (SELECT (${of}) AS id) WHERE id IS NOT NULL
      ON CONFLICT (transcript_id) DO UPDATE SET moment = excluded.moment;
    END;`;
}
