import type { MemoKind, MemoTarget } from '../../db/model/memo.ts';
import { parseMemoDocument, toMemoText } from '../../db/model/memo-document.ts';
import { getStudyApi } from '../api.ts';
import { useDesk } from '../state/desk.ts';
import { runAction } from '../widgets/run-action.ts';

/** What somebody writes of a memo. */
export type MemoContent = { title: string; kind: MemoKind; document: string };

/** How far what was typed is on its way; `new` until there is something worth keeping. */
export type SavingState = 'new' | 'saved' | 'typing' | 'failed';

/** What was typed and is not sent yet; the text is written as JSON only when it is sent. */
type Typed = { title?: string; kind?: MemoKind; document?: () => string };

/** How long after the last key what was typed is saved, in milliseconds. */
const pause = 800;

type Events = { onState(state: SavingState): void; onCreated(id: number): void };

/**
 * Saves one memo while it is written: a little after the last key, and at once when its field is left. Saves follow each
 * other, so that the last one wins, and what could not be saved is sent again with the next. A new memo is made with the
 * first words of it.
 */
export class MemoWriter {
  private id: number | null;
  private readonly target: MemoTarget;
  private saved: MemoContent;
  private typed: Typed = {};
  private timer: ReturnType<typeof setTimeout> | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private underWay = 0;
  private readonly events: Events;

  constructor(id: number | null, target: MemoTarget, saved: MemoContent, events: Events) {
    this.id = id;
    this.target = target;
    this.saved = saved;
    this.events = events;
  }

  /** Takes note of what was typed; it is saved after a pause. */
  type(typed: Typed): void {
    this.typed = { ...this.typed, ...typed };
    this.events.onState('typing');
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), pause);
  }

  /** Saves at once what was typed. */
  save(): void {
    clearTimeout(this.timer);
    if (Object.keys(this.typed).length === 0) return;
    const { document, ...rest } = this.typed;
    const change: Partial<MemoContent> = document ? { ...rest, document: document() } : rest;
    this.typed = {};
    this.underWay += 1;
    const sent = this.last
      .then(() => this.send(change))
      .finally(() => {
        this.underWay -= 1;
      });
    this.last = sent.catch(() => this.keepForLater(change));
    // Counts as an action from now on, also while it waits for the one before, so that a closing window waits for it.
    void runAction(() => sent);
  }

  /** Whether the study has everything that was typed, and these words are not them: somebody else changed the memo. */
  isChangedElsewhere({ title, kind, document }: MemoContent): boolean {
    const isIdle = Object.keys(this.typed).length === 0 && this.underWay === 0;
    const { saved } = this;
    return isIdle && (title !== saved.title || kind !== saved.kind || document !== saved.document);
  }

  /** Takes what the study has for what is shown from now on. */
  adopt(content: MemoContent): void {
    this.saved = content;
  }

  private async send(change: Partial<MemoContent>): Promise<void> {
    const next = { ...this.saved, ...change };
    const { coderId } = useDesk.getState();
    if (this.id !== null) await getStudyApi().memo.update({ id: this.id, coderId, ...change });
    else if (isWorthKeeping(next)) {
      const { id } = await getStudyApi().memo.create({ target: this.target, coderId, ...next });
      this.id = id;
      this.events.onCreated(id);
    }
    this.saved = next;
    if (Object.keys(this.typed).length === 0) this.events.onState(this.id === null ? 'new' : 'saved');
  }

  private keepForLater(change: Partial<MemoContent>): void {
    const { document } = change;
    const { document: _, ...rest } = change;
    const unsent: Typed = document === undefined ? rest : { ...rest, document: () => document };
    this.typed = { ...unsent, ...this.typed };
    this.events.onState('failed');
  }
}

const isWorthKeeping = ({ title, document }: MemoContent) =>
  title.trim() !== '' || toMemoText(parseMemoDocument(document)).trim() !== '';
