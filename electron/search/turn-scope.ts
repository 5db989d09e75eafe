import type { Scope } from '../../db/model/search/words-matcher.ts';
import type { Span } from '../../db/model/span.ts';
import {
  listParticipantsInRole,
  listTurnSpeakers,
  type PackedTurns,
  type TurnSpeaker,
} from '../../db/search.ts';
import type { ReadHandle } from '../../db/sql.ts';
import type { SearchSpeakers } from '../ipc/contract/search.ts';

/** Says whether the words of a speaker are searched. */
export type SpeakerTest = (speaker: TurnSpeaker) => boolean;

/** Returns the test for the speakers of a request; undefined when everybody's words are searched. */
export function toSpeakerTest(read: ReadHandle, speakers: SearchSpeakers): SpeakerTest | undefined {
  if (speakers.kind === 'all') return undefined;
  if (speakers.kind === 'participants') return ({ isInterviewer }) => !isInterviewer;
  const members = listParticipantsInRole(read, speakers.role);
  return ({ participantId, isInterviewer }) =>
    !isInterviewer && participantId !== null && members.has(participantId);
}

/**
 * Returns what makes scopes for a transcript: within are the words of turns whose speaker passes the test. Label and time
 * before the words are nobody's words. A text without turns is all words, of nobody known.
 */
export function toTurnScope(
  read: ReadHandle,
  transcriptId: number,
  turns: PackedTurns,
  isSearched: SpeakerTest | undefined,
): () => Scope {
  if (turns.length === 0) {
    const isIn = isSearched?.({ participantId: null, isInterviewer: false }) ?? true;
    return () => () => isIn;
  }
  const searched = isSearched && listTurnSpeakers(read, transcriptId).map(isSearched);
  return () => {
    const walk = new TurnWalk(turns);
    return ({ start }) => {
      const turn = walk.find(start);
      return turn !== -1 && start >= walk.wordsOf(turn).start && (searched?.[turn] ?? true);
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
    const count = this.turns.length / 2;
    while (this.turn < count && (this.turns[this.turn * 2 + 1] ?? 0) <= place) this.turn += 1;
    return this.turn === count ? -1 : this.turn;
  }

  /** Returns where the words of a turn stand. */
  wordsOf(turn: number): Span {
    return { start: this.turns[turn * 2] ?? 0, end: this.turns[turn * 2 + 1] ?? 0 };
  }
}
