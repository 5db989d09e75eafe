import {
  $create,
  $getState,
  $setState,
  createState,
  DecoratorNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { type ExcerptLink, toLinkText } from '../../db/model/memo-document.ts';

const toText = (value: unknown) => (typeof value === 'string' ? value : '');
const excerptId = createState('excerptId', { parse: (value) => (typeof value === 'number' ? value : 0) });
const speaker = createState('speaker', { parse: toText });
const quote = createState('quote', { parse: toText });

/** A link to an excerpt in the text of a memo: one piece that says who speaks and how the quote begins. */
export class ExcerptLinkNode extends DecoratorNode<null> {
  override $config() {
    const states = [excerptId, speaker, quote].map((stateConfig) => ({ flat: true as const, stateConfig }));
    return this.config('excerpt-link', { extends: DecoratorNode, stateConfigs: states });
  }

  override createDOM(): HTMLElement {
    const element = document.createElement('span');
    element.dataset.excerptLink = String($getState(this, excerptId));
    const who = document.createElement('b');
    who.textContent = $getState(this, speaker);
    element.append(who, ` “${$getState(this, quote)}”`);
    return element;
  }

  override updateDOM(): boolean {
    return false;
  }

  override decorate(): null {
    return null;
  }

  override isInline(): true {
    return true;
  }

  override getTextContent(): string {
    return toLinkText({ speaker: $getState(this, speaker), quote: $getState(this, quote) });
  }

  getExcerptId(): number {
    return $getState(this, excerptId);
  }
}

/** Makes a link. Only inside an update of the editor. */
export function $createExcerptLink(link: Omit<ExcerptLink, 'type'>): ExcerptLinkNode {
  const node = $create(ExcerptLinkNode);
  $setState(node, excerptId, link.excerptId);
  $setState(node, speaker, link.speaker);
  return $setState(node, quote, link.quote);
}

export function $isExcerptLink(node: LexicalNode | null | undefined): node is ExcerptLinkNode {
  return node instanceof ExcerptLinkNode;
}

/** Marks every link by whether its excerpt still exists, and the one that is selected. */
export function markLinks(
  editor: LexicalEditor,
  known: ReadonlySet<number>,
  selected: ReadonlySet<string>,
): void {
  const root = editor.getRootElement();
  for (const element of root?.querySelectorAll<HTMLElement>('[data-excerpt-link]') ?? []) {
    const isThere = known.has(Number(element.dataset.excerptLink));
    element.title = isThere
      ? 'Show the place in the transcript (Enter when the link is selected)'
      : 'This excerpt was deleted';
    element.toggleAttribute('data-gone', !isThere);
    element.toggleAttribute('data-selected', selected.has(editorKeyOf(editor, element) ?? ''));
  }
}

function editorKeyOf(editor: LexicalEditor, element: HTMLElement): string | undefined {
  const key: unknown = Reflect.get(element, `__lexicalKey_${editor.getKey()}`);
  return typeof key === 'string' ? key : undefined;
}
