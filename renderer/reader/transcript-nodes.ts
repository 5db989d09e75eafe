import { ElementNode, TextNode } from 'lexical';
import type { Turn } from '../../electron/ipc/contract/transcripts.ts';
import type { TextPiece, TurnBlock } from './turn-pieces.ts';

type Marks = Readonly<Record<string, string>>;

/**
 * One turn of a transcript. Its text is nothing but the stored text; number, technique and role are drawn by the
 * style sheet from data attributes, so that selecting and copying meet stored characters only.
 */
export class TurnNode extends ElementNode {
  __marks: Marks = {};

  override $config() {
    return this.config('turn', { extends: ElementNode });
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous);
    this.__marks = previous.__marks;
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('div');
    element.dir = 'auto';
    return putMarks(element, this.__marks);
  }

  override updateDOM(): boolean {
    return false;
  }
}

/** One piece of a turn: label, time, marks, or words. Pieces are never merged, so each stays one DOM text. */
export class PieceNode extends TextNode {
  __marks: Marks = {};

  override $config() {
    return this.config('piece', { extends: TextNode });
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous);
    this.__marks = previous.__marks;
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('span');
    element.textContent = this.getTextContent();
    return putMarks(element, this.__marks);
  }

  override updateDOM(): boolean {
    return true;
  }

  override isUnmergeable(): boolean {
    return true;
  }
}

/** Makes the node of a turn with its pieces. Only inside an update of the editor. */
export function $createTurn(text: string, { turn, number, pieces }: TurnBlock): TurnNode {
  const node = new TurnNode();
  node.__marks = { number: number === null ? '' : String(number), speaker: turn ? speakerOf(turn) : 'none' };
  return node.append(
    ...pieces.map(({ start, end, kind, paragraph }) => {
      const piece = new PieceNode(text.slice(start, end));
      piece.__marks = { piece: kind, ...marksOfPiece(kind, turn, paragraph) };
      return piece;
    }),
  );
}

function putMarks(element: HTMLElement, marks: Marks): HTMLElement {
  for (const [name, value] of Object.entries(marks)) if (value !== '') element.dataset[name] = value;
  return element;
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
