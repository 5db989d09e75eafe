import type { SpeakerRule } from '../../../db/model/speaker-rule.ts';
import type { ParsedTurn, ReadText, SpeakerLabel } from '../parsed-transcript.ts';
import { findTurnsByPattern } from './pattern.ts';
import { describeTurns, findTurns, withoutSpeakers } from './turns.ts';

type Found = { turns: ParsedTurn[]; speakers: SpeakerLabel[] };

/**
 * Finds the turns and speakers of a text by the researcher's rule. Without one the turns that the format gives are taken,
 * else labels are searched for. Throws a SpeakerPatternError when the rule is a pattern that is none.
 */
export function findSpeakers(read: ReadText, rule: SpeakerRule = { kind: 'automatic' }): Found {
  const { text, turns, boldHeads, speechEnd } = read;
  if (rule.kind === 'none') return { turns: withoutSpeakers(text, turns), speakers: [] };
  if (rule.kind === 'pattern') return findByPattern(text, rule.pattern, turns);
  return turns === undefined ? findTurns(text, boldHeads, speechEnd) : describeTurns(text, turns);
}

/** The times of the format are kept where a turn of its own begins at the same place. */
function findByPattern(text: string, pattern: string, given: readonly ParsedTurn[] = []): Found {
  const { turns, speakers } = findTurnsByPattern(text, pattern);
  const times = new Map(given.map(({ start, time }) => [start, time]));
  return {
    turns: turns.map((turn) => ({ ...turn, time: turn.time ?? times.get(turn.start) ?? null })),
    speakers,
  };
}
