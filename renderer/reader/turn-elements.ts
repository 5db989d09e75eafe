import type { Turn } from '../../electron/ipc/contract/transcripts.ts';
import type { TextPiece, TurnBlock } from './turn-pieces.ts';

type Marks = Readonly<Record<string, string>>;

/**
 * Makes the element of one turn: a span with one DOM text for each piece, which is added to `texts`. Its text is nothing
 * but the stored text; number, technique and role are drawn by the style sheet from data attributes, so that
 * selecting and copying meet stored characters only.
 */
export function makeTurnElement(
  text: string,
  { turn, number, pieces }: TurnBlock,
  texts: Text[],
): HTMLElement {
  const element = document.createElement('div');
  element.dir = 'auto';
  putMarks(element, {
    number: number === null ? '' : String(number),
    speaker: turn ? speakerOf(turn) : 'none',
  });
  for (const { start, end, kind, paragraph } of pieces) {
    const piece = document.createElement('span');
    const words = document.createTextNode(text.slice(start, end));
    putMarks(piece, { piece: kind, ...marksOfPiece(kind, turn, paragraph) });
    piece.append(words);
    element.append(piece);
    texts.push(words);
  }
  return element;
}

function putMarks(element: HTMLElement, marks: Marks): void {
  for (const [name, value] of Object.entries(marks)) if (value !== '') element.dataset[name] = value;
}

function marksOfPiece(kind: TextPiece['kind'], turn: Turn | null, paragraph: number | undefined): Marks {
  if (kind === 'label' && turn) return marksOfSpeaker(turn);
  if (kind === 'time' && turn?.endTime) return { until: turn.endTime };
  return paragraph === undefined ? {} : { paragraph: String(paragraph) };
}

const speakerOf = (turn: Turn) =>
  turn.isInterviewer ? 'interviewer' : turn.participant ? 'participant' : 'unknown';

/** The participant id is drawn only where the label of the text says something else. */
function marksOfSpeaker({ participant, technique, label, role, isInterviewer }: Turn): Marks {
  const isNamed = participant === null || participant.toLowerCase() === label?.toLowerCase();
  return {
    technique: technique ?? '',
    participant: isNamed ? '' : participant,
    role: isInterviewer ? 'interviewer' : (role ?? ''),
  };
}
