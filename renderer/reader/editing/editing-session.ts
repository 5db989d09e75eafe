import { createEmptyHistoryState } from '@lexical/history';
import { $getNodeByKey, $getRoot, createEditor, HISTORY_PUSH_TAG, type LexicalEditor } from 'lexical';
import {
  type DraftTurn,
  type EditedTranscript,
  fromDraft,
  listWords,
  type StoredTurn,
  toDraft,
} from '../../../db/model/draft-turn.ts';
import type { Span } from '../../../db/model/span.ts';
import { markOf } from '../../../db/model/text-mark.ts';
import { looseFrame, type TurnFrame } from '../../../db/model/turn-frame.ts';
import type { TranscriptChange } from '../../../electron/ipc/contract/editing.ts';
import type { Transcript, Turn } from '../../../electron/ipc/contract/transcripts.ts';
import { type ExcerptPlaces, placeExcerpts, type ShownTurn } from './excerpt-places.ts';
import { registerEditor } from './register-editor.ts';
import { $createTurn, $select } from './turn-commands.ts';
import { EditedTurnNode, type ShownSpeaker } from './turn-node.ts';
import { $findCaret, WordTracker } from './word-tracker.ts';

/** The names of participants by their row ids. */
export type ParticipantNames = ReadonlyMap<number, string>;

/**
 * A transcript that is being edited: the editor with its own undo, and what it began with. It lives as long as there are
 * changes that are not saved, whether it is shown or not.
 */
export class EditingSession {
  readonly transcript: Transcript;
  readonly editor: LexicalEditor;
  readonly base: string;
  readonly #stored: EditedTranscript;
  readonly #tracker: WordTracker;
  #names: ParticipantNames;

  constructor(transcript: Transcript, names: ParticipantNames) {
    const { text, turnList } = transcript;
    const turns = turnList.map(toStoredTurn);
    const draft = toDraft(text, turns);
    const history = createEmptyHistoryState();
    this.transcript = transcript;
    this.#names = names;
    this.base = markOf(text, turns);
    this.#stored = fromDraft(draft, text.length);
    this.editor = makeEditor();
    this.#fill(draft);
    history.current = { editor: this.editor, editorState: this.editor.getEditorState() };
    this.#tracker = new WordTracker(history);
    this.#tracker.begin(this.editor, draft);
    registerEditor(this.editor, history, this.show);
    this.editor.registerUpdateListener((update) => this.#tracker.follow(update));
  }

  /** How the speaker of a turn is shown: by the label of the text, and by the participant id where that says more. */
  readonly show = ({ isTurn, label, time, participantId, isInterviewer }: TurnFrame): ShownSpeaker => {
    const participant = participantId === null ? undefined : this.#names.get(participantId);
    const isNamed = participant === undefined || participant.toLowerCase() === label?.toLowerCase();
    const who = label === null ? (participant ?? '') : isNamed ? label : `${label} · ${participant}`;
    const known = isInterviewer ? 'interviewer' : participantId === null ? 'unknown' : 'participant';
    return { who, time: time ?? '', kind: isTurn ? known : 'none' };
  };

  /** People may have got other ids since the editor was shown last. */
  setNames(names: ParticipantNames): void {
    this.#names = names;
  }

  /** What the changes make of the stored transcript. */
  toEdited(): EditedTranscript {
    return fromDraft(this.#toDraft(), this.transcript.text.length);
  }

  /** Where these passages of the stored text are on the page now. */
  place(spans: readonly Span[]): ExcerptPlaces {
    const draft = this.#toDraft();
    return placeExcerpts(spans, fromDraft(draft, this.transcript.text.length).replacements, draft);
  }

  toChange(): TranscriptChange {
    return { kind: 'edit', base: this.base, ...this.toEdited() };
  }

  /** Puts the caret at an offset of the stored text, or at the start of the turn it lies in front of. */
  startAt(offset: number): void {
    const draft = this.#toDraft();
    const words = listWords(draft);
    const at = Math.max(
      words.findLastIndex(({ start }) => start <= offset),
      0,
    );
    this.editor.update(
      () => {
        const node = $getNodeByKey(words[at]?.turn.key ?? '');
        const within = Math.min(
          Math.max(offset - (words[at]?.start ?? 0), 0),
          node?.getTextContentSize() ?? 0,
        );
        if (node instanceof EditedTurnNode) $select(node, within);
      },
      { discrete: true },
    );
  }

  /** Scrolls the page to the turn with the caret. */
  showCaret(): void {
    const caret = this.editor.read($findCaret);
    if (caret) this.editor.getElementByKey(caret.key)?.scrollIntoView({ block: 'center' });
  }

  /** Whether a transcript still has the text and the turns that the editing began with. */
  isOf({ text, turnList }: Transcript): boolean {
    return markOf(text, turnList.map(toStoredTurn)) === this.base;
  }

  get isChanged(): boolean {
    return JSON.stringify(this.toEdited()) !== JSON.stringify(this.#stored);
  }

  /** Brings the stored text back, as a change that the editor can undo like any other. */
  discard(): void {
    const { text, turnList } = this.transcript;
    const draft = toDraft(text, turnList.map(toStoredTurn));
    this.#fill(draft);
    this.#tracker.begin(this.editor, draft);
  }

  #fill(draft: readonly DraftTurn[]): void {
    this.editor.update(
      () => {
        $getRoot()
          .clear()
          .append(...draft.map((turn) => $createTurn(turn, this.show)));
      },
      { discrete: true, tag: HISTORY_PUSH_TAG },
    );
  }

  #toDraft(): ShownTurn[] {
    const frames = this.editor.read(() =>
      $getRoot()
        .getChildren()
        .map((node) => (node instanceof EditedTurnNode ? node.getFrame() : looseFrame)),
    );
    return this.#tracker.turns.map(({ key, pieces }, at) => ({
      key,
      frame: frames[at] ?? looseFrame,
      words: pieces,
    }));
  }
}

function makeEditor(): LexicalEditor {
  return createEditor({
    namespace: 'edited-transcript',
    nodes: [EditedTurnNode],
    onError: (error) => {
      throw error;
    },
  });
}

function toStoredTurn(turn: Turn): StoredTurn {
  const { id, start, textOffset: textStart, end, label, time, endTime, participantId, isInterviewer } = turn;
  return { id, start, textStart, end, label, time, endTime, participantId, isInterviewer };
}
