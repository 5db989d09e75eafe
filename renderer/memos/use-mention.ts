import { mergeRegister } from '@lexical/utils';
import {
  $createTextNode,
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_CRITICAL,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { useEffect, useRef, useState } from 'react';
import type { LinkedExcerpt } from '../../electron/ipc/contract/memos.ts';
import { useLinkableExcerpts } from '../state/memo-queries.ts';
import { $createExcerptLink } from './excerpt-link-node.ts';
import { $cutMention, $findMention, type Mention } from './mention.ts';

/** How much of a quote a link says, in UTF-16 units. */
const shownQuote = 60;

/** The start of a quote, cut at whole characters. */
export function shortenQuote(quote: string): string {
  const words = quote.replace(/\s+/g, ' ').trim();
  return words.length <= shownQuote ? words : `${words.slice(0, shownQuote).toWellFormed().trimEnd()}…`;
}

export type MentionState = ReturnType<typeof useMention>;

/**
 * The search for an excerpt that an `@` in the text begins: arrows choose, Enter and Tab link it, Escape closes only the
 * list. While the list is open these keys are its own, before the editor hears them.
 */
export function useMention(
  editor: LexicalEditor,
  getSelectedCoding: () => number | null,
  onLink: (excerpt: LinkedExcerpt) => void,
) {
  const [mention, setMention] = useState<Mention>();
  const [chosen, setChosen] = useState({ query: '', index: 0 });
  const [dismissed, setDismissed] = useState<string>();
  const id = mention && `${mention.key} ${mention.start}`;
  const isAsking = mention !== undefined && id !== dismissed;
  const { data, isPending } = useLinkableExcerpts(mention?.query ?? '', getSelectedCoding(), isAsking);
  const options = isAsking ? (data ?? []) : [];
  // Words that no excerpt holds and that go on are no search.
  const isOpen = isAsking && (options.length > 0 || !mention.query.includes(' '));
  const query = mention?.query ?? '';
  // Other words begin with the first excerpt again.
  const active = chosen.query === query ? Math.min(chosen.index, Math.max(0, options.length - 1)) : 0;

  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        const found = editorState.read($findMention);
        setMention((former) => (isSame(former, found) ? former : found));
        if (!found) setDismissed(undefined);
      }),
    [editor],
  );

  const link = (excerpt: LinkedExcerpt | undefined) => {
    if (!mention || !excerpt) return;
    onLink(excerpt);
    editor.update(() => $link(mention, excerpt));
    editor.focus();
  };
  const state = {
    isOpen,
    isPending,
    query,
    options,
    active,
    move: (by: number) =>
      setChosen({ query, index: (active + by + options.length) % Math.max(1, options.length) }),
    choose: (index: number) => link(options[index]),
    close: () => setDismissed(id),
    /** Where in the window the `@` stands. */
    getPlace: () => findPlace(editor, mention),
    /** Begins a search at the caret, as a typed `@` does. */
    begin: () => editor.focus(() => editor.update($typeAt)),
  };
  const latest = useRef(state);
  latest.current = state;
  useEffect(() => registerListKeys(editor, latest), [editor]);
  return state;
}

const isSame = (one: Mention | undefined, other: Mention | undefined) =>
  one?.key === other?.key && one?.start === other?.start && one?.query === other?.query;

function registerListKeys(editor: LexicalEditor, latest: React.RefObject<MentionState>): () => void {
  const hear = (act: () => void) => (event: KeyboardEvent | null) => {
    const { isOpen, options } = latest.current;
    if (!isOpen || (options.length === 0 && event?.key !== 'Escape')) return false;
    event?.preventDefault();
    event?.stopPropagation();
    act();
    return true;
  };
  const first = COMMAND_PRIORITY_CRITICAL;
  const choose = () => latest.current.choose(latest.current.active);
  return mergeRegister(
    editor.registerCommand(
      KEY_ARROW_DOWN_COMMAND,
      hear(() => latest.current.move(1)),
      first,
    ),
    editor.registerCommand(
      KEY_ARROW_UP_COMMAND,
      hear(() => latest.current.move(-1)),
      first,
    ),
    editor.registerCommand(KEY_ENTER_COMMAND, hear(choose), first),
    editor.registerCommand(KEY_TAB_COMMAND, hear(choose), first),
    editor.registerCommand(
      KEY_ESCAPE_COMMAND,
      hear(() => latest.current.close()),
      first,
    ),
  );
}

function $typeAt(): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const before = selection.anchor.getNode().getTextContent().slice(0, selection.anchor.offset);
  selection.insertText(before === '' || before.endsWith(' ') ? '@' : ' @');
}

function $link(mention: Mention, { excerptId, participant, label, quote }: LinkedExcerpt): void {
  const node = $getNodeByKey(mention.key);
  if (!$isTextNode(node)) return;
  const link = $createExcerptLink({
    excerptId,
    speaker: participant ?? label ?? '',
    quote: shortenQuote(quote),
  });
  const words = $cutMention(mention, node);
  words?.replace(link);
  link.insertAfter($createTextNode(' ')).selectNext();
}

function findPlace(editor: LexicalEditor, mention: Mention | undefined): DOMRect | undefined {
  const element = mention && editor.getElementByKey(mention.key);
  const words = element?.firstChild;
  if (!mention || !(words instanceof Text)) return element?.getBoundingClientRect();
  const range = document.createRange();
  const start = Math.min(mention.start, words.length);
  range.setStart(words, start);
  range.setEnd(words, Math.min(start + 1, words.length));
  return range.getBoundingClientRect();
}
