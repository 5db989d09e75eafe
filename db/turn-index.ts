import type { Span } from './model/span.ts';
import { integer, query, type ReadHandle, text } from './sql.ts';

/** Turns of many transcripts, packed: a row for each turn would cost more than all that is asked of them. */
const packedTurns = query(
  { transcriptId: integer, starts: text, participants: text },
  `SELECT transcript_id AS transcriptId, json_group_array(start_offset) AS starts,
     json_group_array(participant_id) AS participants
   FROM (SELECT transcript_id, start_offset, participant_id FROM turns
     WHERE transcript_id IN (SELECT value FROM json_each(?)) ORDER BY transcript_id, position)
   GROUP BY transcript_id`,
);

type Turns = { starts: readonly number[]; participants: readonly (number | null)[] };
const noTurns: Turns = { starts: [], participants: [] };

/** Knows in which turns a passage lies, and whose words it holds. Read once for all the transcripts it is asked about. */
export class TurnIndex {
  private readonly turnsOf: ReadonlyMap<number, Turns>;

  constructor(read: ReadHandle, transcriptIds: Iterable<number>) {
    const rows = read.all(packedTurns, JSON.stringify([...new Set(transcriptIds)]));
    this.turnsOf = new Map(rows.map(({ transcriptId, ...lists }) => [transcriptId, unpack(lists)]));
  }

  /** Returns the positions of the first and the last turn that a passage touches, counted from 0. */
  findTurns({ transcriptId, start, end }: Span & { transcriptId: number }): {
    firstTurn: number;
    lastTurn: number;
  } {
    const { starts } = this.turnsOf.get(transcriptId) ?? noTurns;
    return { firstTurn: findTurnAt(starts, start), lastTurn: findTurnAt(starts, end - 1) };
  }

  /** Returns the ids of the participants whose words a passage holds, each once, in the order in which they speak. */
  findParticipants(passage: Span & { transcriptId: number }): number[] {
    const { participants } = this.turnsOf.get(passage.transcriptId) ?? noTurns;
    const { firstTurn, lastTurn } = this.findTurns(passage);
    const heard = participants.slice(firstTurn, lastTurn + 1).filter((id) => id !== null);
    return heard.length < 2 ? heard : [...new Set(heard)];
  }
}

/** SQLite has just made these lists of whole numbers, and of nothing where nobody is known to speak. */
function unpack({ starts, participants }: { starts: string; participants: string }): Turns {
  return { starts: JSON.parse(starts), participants: JSON.parse(participants) };
}

/** Returns the position of the turn in which an offset lies: the last one that begins there or before. */
function findTurnAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
