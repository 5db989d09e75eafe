import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DraftTurn,
  fromDraft,
  insertBehind,
  joinTurns,
  type StoredTurn,
  splitTurn,
  toDraft,
} from '../../../db/model/draft-turn.ts';
import { followTyping, textOfPieces } from '../../../db/model/pieces.ts';
import { applyReplacements } from '../../../db/model/replacement.ts';
import { withSpeaker, withTime } from '../../../db/model/turn-frame.ts';
import { anyText } from '../../support/edited-text.ts';

type Line = { head: string; words: string; tail: string; label: string | null; time?: string };

function lay(...lines: Line[]): { text: string; turns: StoredTurn[] } {
  let text = '';
  const turns = lines.map(({ head, words, tail, label, time = null }, index) => {
    const start = text.length;
    text += head + words + tail;
    const textStart = start + head.length;
    const speaker = { label, participantId: label === 'P1' ? 7 : null, isInterviewer: label === 'I' };
    return { id: index + 1, start, textStart, end: text.length, ...speaker, time, endTime: null };
  });
  return { text, turns };
}

const talk = lay(
  { head: 'I: ', words: 'Who deploys?', tail: '\n', label: 'I' },
  { head: 'P1 (00:12): ', words: 'We do. By hand.', tail: '\n', label: 'P1', time: '00:12' },
);

/** Carries out a change of one turn and tells what the transcript is then: a line for each turn, head and words apart. */
function change(
  { text, turns }: { text: string; turns: StoredTurn[] },
  fn: (draft: DraftTurn[]) => DraftTurn[],
) {
  const edited = fromDraft(fn(toDraft(text, turns)), text.length);
  const after = applyReplacements(text, edited.replacements);
  const lines = edited.turns.map(
    ({ start, textStart, end }) => `${after.slice(start, textStart)}|${after.slice(textStart, end)}`,
  );
  return { ...edited, after, lines };
}

/** Gives the turn at the index to a function that makes one or two of it. */
const at = (index: number, fn: (turn: DraftTurn) => DraftTurn | DraftTurn[]) => (draft: DraftTurn[]) =>
  draft.flatMap((turn, position) => (position === index ? fn(turn) : turn));

describe('a turn of a transcript that is edited', () => {
  it('is cut in two, with the same speaker before both and no white space at the cut', () => {
    const { lines, turns } = change(
      talk,
      at(1, (turn) => splitTurn(turn, 6)),
    );
    expect(lines).toEqual(['I: |Who deploys?\n', 'P1 (00:12): |We do.\n', 'P1: |By hand.\n']);
    expect(turns.map(({ id, participantId, time }) => ({ id, participantId, time }))).toEqual([
      { id: 1, participantId: null, time: null },
      { id: 2, participantId: 7, time: '00:12' },
      { id: null, participantId: 7, time: null },
    ]);
  });

  it('is joined with the one before, whose speaker it gets', () => {
    const { lines, replacements } = change(talk, ([first, second]) =>
      first && second ? [joinTurns(first, second)] : [],
    );
    expect(lines).toEqual(['I: |Who deploys? We do. By hand.\n']);
    expect(replacements).toEqual([{ start: 15, end: 28, text: ' ' }]);
  });

  it('is what it was when it is cut and joined again', () => {
    const { after } = change(
      talk,
      at(1, (turn) => joinTurns(...splitTurn(turn, 6))),
    );
    expect(after).toBe(talk.text);
  });

  it('gets another speaker, whose label stands in the place of the former one', () => {
    const speaker = { label: 'P2', participantId: 8, isInterviewer: false };
    const { lines, replacements } = change(
      talk,
      at(1, (turn) => ({ ...turn, frame: withSpeaker(turn.frame, speaker) })),
    );
    expect(lines[1]).toBe('P2 (00:12): |We do. By hand.\n');
    expect(replacements).toEqual([{ start: 16, end: 18, text: 'P2' }]);
  });

  it('gets nobody without a change of its text when the label stays', () => {
    const { replacements, turns } = change(
      talk,
      at(1, ({ frame, words }) => ({
        words,
        frame: withSpeaker(frame, { label: 'P1', participantId: null, isInterviewer: false }),
      })),
    );
    expect(replacements).toEqual([]);
    expect(turns[1]?.participantId).toBeNull();
  });

  it.each([
    ['another time', '00:15', 'P1 (00:15): |We do. By hand.\n'],
    ['no time, and no brackets around it', null, 'P1 : |We do. By hand.\n'],
  ])('gets %s', (_, time, line) => {
    const { lines } = change(
      talk,
      at(1, (turn) => ({ ...turn, frame: withTime(turn.frame, time) })),
    );
    expect(lines[1]).toBe(line);
  });

  it('gets a time where there was none, before its label', () => {
    const { lines } = change(
      talk,
      at(0, (turn) => ({ ...turn, frame: withTime(turn.frame, '00:01') })),
    );
    expect(lines[0]).toBe('[00:01] I: |Who deploys?\n');
  });

  it('is put in behind another one, and taken out with all that belongs to it', () => {
    const speaker = { label: 'P2', participantId: 8, isInterviewer: false };
    const added = change(
      talk,
      at(1, (turn) => insertBehind(turn, speaker)),
    );
    expect(added.lines).toEqual(['I: |Who deploys?\n', 'P1 (00:12): |We do. By hand.\n', 'P2: |\n']);
    expect(change(talk, (draft) => draft.slice(1)).lines).toEqual(['P1 (00:12): |We do. By hand.\n']);
  });

  it('begins on a line of its own also behind a text that ends without one', () => {
    const open = lay({ head: '', words: 'One. Two.', tail: '', label: null });
    expect(
      change(
        open,
        at(0, (turn) => splitTurn(turn, 4)),
      ).lines,
    ).toEqual(['|One.\n', '|Two.']);
  });

  it('goes when nothing is left of it but white space, and stays when it was never more', () => {
    const silent = lay(
      { head: '', words: 'Gone.', tail: '\n', label: null },
      { head: '', words: '', tail: '\n', label: null },
    );
    const { after, turns } = change(
      silent,
      at(0, ({ frame }) => ({ frame, words: [] })),
    );
    expect({ after, ids: turns.map(({ id }) => id) }).toEqual({ after: '\n', ids: [2] });
  });
});

const lines = fc.array(
  fc.record({
    head: fc.constantFrom('', 'P1: ', '[00:01] I: ', 'ש:\n'),
    words: anyText,
    tail: fc.constantFrom('\n', '\n\n'),
    label: fc.constantFrom('P1', 'I', 'ש', null),
  }),
  { minLength: 1, maxLength: 6 },
);
const operations = fc.array(
  fc.record({
    do: fc.constantFrom('split', 'join', 'type', 'speaker', 'insert', 'delete'),
    turn: fc.nat({ max: 8 }),
    offset: fc.nat({ max: 30 }),
    text: anyText,
  }),
  { maxLength: 12 },
);

describe('a transcript, whatever is done to its turns', () => {
  it('is what it was when nothing is done', () => {
    fc.assert(
      fc.property(lines, (wishes) => {
        const { text, turns } = lay(...wishes);
        expect(fromDraft(toDraft(text, turns), text.length)).toEqual({ replacements: [], turns });
      }),
    );
  });

  it('is covered by its turns without gap or overlap, and its text is that of the turns', () => {
    fc.assert(
      fc.property(lines, operations, (wishes, steps) => {
        const { text, turns } = lay(...wishes);
        let draft = toDraft(text, turns);
        for (const step of steps) draft = carryOut(draft, step);
        const edited = fromDraft(draft, text.length);
        const after = applyReplacements(text, edited.replacements);
        let reached = 0;
        for (const { start, textStart, end } of edited.turns) {
          expect(start).toBe(reached);
          expect(start <= textStart && textStart <= end).toBe(true);
          reached = end;
        }
        expect(reached).toBe(after.length);
        const ids = edited.turns.map(({ id }) => id).filter((id) => id !== null);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 500 },
    );
  });
});

function carryOut(
  draft: readonly DraftTurn[],
  step: { do: string; turn: number; offset: number; text: string },
): DraftTurn[] {
  const index = step.turn % Math.max(draft.length, 1);
  const [one, next] = [draft[index], draft[index + 1]];
  if (!one) return [...draft];
  const speaker = { label: step.text.trim() || null, participantId: null, isInterviewer: false };
  const put = (count: number, ...turns: DraftTurn[]) => draft.toSpliced(index, count, ...turns);
  if (step.do === 'split')
    return put(1, ...splitTurn(one, step.offset % (textOfPieces(one.words).length + 1)));
  if (step.do === 'join') return next ? put(2, joinTurns(one, next)) : [...draft];
  if (step.do === 'type') return put(1, { ...one, words: followTyping(one.words, step.text, step.offset) });
  if (step.do === 'speaker') return put(1, { ...one, frame: withSpeaker(one.frame, speaker) });
  return step.do === 'insert' ? put(1, ...insertBehind(one, speaker)) : put(1);
}
