import type { Scope } from '../../db/model/search/words-matcher.ts';
import { listParticipantsInRole, type PackedTurns, turnFields } from '../../db/search.ts';
import type { ReadHandle } from '../../db/sql.ts';
import type { SearchSpeakers } from '../ipc/contract/search.ts';

/** Says of a turn, by its participant (0: nobody known) and interviewer (1), whether its words are searched. */
export type SpeakerTest = (participant: number, isInterviewer: number) => boolean;

/** Returns the test for the speakers of a request. */
export function toSpeakerTest(read: ReadHandle, speakers: SearchSpeakers): SpeakerTest {
  if (speakers.kind === 'all') return () => true;
  if (speakers.kind === 'participants') return (_, isInterviewer) => isInterviewer === 0;
  const members = listParticipantsInRole(read, speakers.role);
  return (participant, isInterviewer) => isInterviewer === 0 && members.has(participant);
}

/**
 * Returns what makes scopes for a transcript: within are the words of turns whose speaker passes the test. The label and
 * time before the words belong to nobody's words. A text without turns is all words, of nobody known.
 */
export function toTurnScope(turns: PackedTurns, isSearched: SpeakerTest): () => Scope {
  if (turns.length === 0) return () => () => isSearched(0, 0);
  return () => {
    const walk = new TurnWalk(turns);
    return ({ start }) => {
      const turn = walk.find(start);
      return (
        turn !== -1 &&
        start >= walk.get(turn, 'textStart') &&
        isSearched(walk.get(turn, 'participant'), walk.get(turn, 'isInterviewer'))
      );
    };
  };
}

/** Finds turns by places that come in the order of the text. */
export class TurnWalk {
  private readonly turns: PackedTurns;
  private turn = 0;

  constructor(turns: PackedTurns) {
    this.turns = turns;
  }

  /** Returns the number of the turn in which the place lies, from 0, or -1 when there is none. */
  find(place: number): number {
    const { turns } = this;
    const count = turns.length / turnFields.count;
    while (this.turn < count && this.get(this.turn, 'end') <= place) this.turn += 1;
    return this.turn === count ? -1 : this.turn;
  }

  /** Returns one of the numbers of a turn. */
  get(turn: number, field: Exclude<keyof typeof turnFields, 'count'>): number {
    return this.turns[turn * turnFields.count + turnFields[field]] ?? 0;
  }
}
