import { ElementNode } from 'lexical';
import { looseFrame, type TurnFrame } from '../../../db/model/turn-frame.ts';

/** How the speaker of a turn is shown beside its words. */
export type ShownSpeaker = {
  who: string;
  time: string;
  kind: 'interviewer' | 'participant' | 'unknown' | 'none';
};

/**
 * A turn that is edited: its children are its words, its frame is what is not typed. Speaker and time are drawn beside
 * the words by the style sheet, so that typing and copying meet words only.
 */
export class EditedTurnNode extends ElementNode {
  __frame: TurnFrame = looseFrame;
  __shown: ShownSpeaker = { who: '', time: '', kind: 'none' };

  override $config() {
    return this.config('edited-turn', { extends: ElementNode });
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous);
    this.__frame = previous.__frame;
    this.__shown = previous.__shown;
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('div');
    element.dir = 'auto';
    return putSpeaker(element, this.__shown);
  }

  override updateDOM(_previous: this, element: HTMLElement): boolean {
    putSpeaker(element, this.__shown);
    return false;
  }

  override canIndent(): false {
    return false;
  }

  getFrame(): TurnFrame {
    return this.getLatest().__frame;
  }

  getShown(): ShownSpeaker {
    return this.getLatest().__shown;
  }

  /** Only inside an update of the editor. */
  setFrame(frame: TurnFrame, shown: ShownSpeaker): this {
    const writable = this.getWritable();
    writable.__frame = frame;
    writable.__shown = shown;
    return writable;
  }
}

function putSpeaker(element: HTMLElement, { who, time, kind }: ShownSpeaker): HTMLElement {
  element.dataset.who = who;
  element.dataset.time = time;
  element.dataset.speaker = kind;
  return element;
}
