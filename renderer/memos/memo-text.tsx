import { $getSelection, $isNodeSelection, type LexicalEditor } from 'lexical';
import {
  type HTMLAttributes,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { LinkedExcerpt } from '../../electron/ipc/contract/memos.ts';
import { useDesk } from '../state/desk.ts';
import { markLinks } from './excerpt-link-node.ts';
import {
  isEmptyText,
  loadDocument,
  loadingTag,
  makeMemoEditor,
  registerMemoKeys,
  toDocument,
} from './memo-editor.ts';
import classes from './memo-text.module.css';
import { MemoToolbar } from './memo-toolbar.tsx';
import { MentionList } from './mention-list.tsx';
import { useMention } from './use-mention.ts';

/** What others can do with the text of a memo. */
export type MemoTextHandle = { show(document: string): void; focus(): void };

type Props = {
  handle: React.Ref<MemoTextHandle>;
  /** What is shown at first, as JSON; afterwards the text is the editor's own. */
  document: string;
  label: string;
  /** The excerpts it links to that exist. */
  linked: readonly LinkedExcerpt[];
  /** The coding that is selected in the reader; its excerpt is offered first. */
  getSelectedCoding: () => number | null;
  onType: (document: () => string) => void;
  onLeave: () => void;
  onBlur: () => void;
};

/** The text of a memo: headings, lists, and links to excerpts that an `@` begins. */
export function MemoText(props: Props) {
  const { handle, label, linked, getSelectedCoding } = props;
  const root = useRef<HTMLDivElement>(null);
  const [editor] = useState(() => {
    const made = makeMemoEditor();
    loadDocument(made, props.document);
    return made;
  });
  const latest = useRef(props);
  latest.current = props;
  const links = useLinks(editor, linked);
  const isEmpty = useEditing(editor, root, latest, links);
  const mention = useMention(editor, getSelectedCoding, links.add);
  const listId = useId();
  useImperativeHandle(handle, () => ({
    show: (document) => loadDocument(editor, document),
    focus: () => editor.focus(undefined, { defaultSelection: 'rootEnd' }),
  }));

  // No HTML field can show headings and lists. The list of excerpts belongs to it while an `@` asks for it.
  const field: HTMLAttributes<HTMLDivElement> & { contentEditable: boolean } = {
    role: 'textbox',
    'aria-multiline': true,
    'aria-label': label,
    'aria-autocomplete': 'list',
    contentEditable: true,
    onBlur: props.onBlur,
    onClick: ({ target }) => {
      const link = target instanceof Element ? target.closest<HTMLElement>('[data-excerpt-link]') : null;
      if (link) links.open(Number(link.dataset.excerptLink));
    },
  };
  if (mention.isOpen) {
    field['aria-controls'] = listId;
    field['aria-haspopup'] = 'listbox';
    if (mention.options.length > 0) field['aria-activedescendant'] = `${listId}-${mention.active}`;
  }
  return (
    <div className={classes.whole}>
      <MemoToolbar editor={editor} onLink={mention.begin} />
      <div className={classes.paper}>
        {isEmpty && (
          <p className={classes.placeholder} aria-hidden>
            Write … @ links an excerpt, # makes a heading, - a list
          </p>
        )}
        <div
          ref={root}
          className={classes.text}
          spellCheck={false}
          suppressContentEditableWarning
          {...field}
        />
      </div>
      {mention.isOpen && <MentionList id={listId} mention={mention} />}
    </div>
  );
}

type Links = ReturnType<typeof useLinks>;

/** Knows which excerpts exist: those the study told of, and those that were linked since. */
function useLinks(editor: LexicalEditor, linked: readonly LinkedExcerpt[]) {
  const known = useRef(new Map<number, LinkedExcerpt>());
  const [links] = useState(() => ({
    add: (excerpt: LinkedExcerpt) => known.current.set(excerpt.excerptId, excerpt),
    mark: () => {
      const selected = editor.read(() => {
        const selection = $getSelection();
        return $isNodeSelection(selection) ? selection.getNodes().map((node) => node.getKey()) : [];
      });
      markLinks(editor, new Set(known.current.keys()), new Set(selected));
    },
    open: (excerptId: number) => {
      const place = known.current.get(excerptId);
      if (place) useDesk.getState().openPlace(place);
    },
  }));
  useEffect(() => {
    known.current = new Map(linked.map((excerpt) => [excerpt.excerptId, excerpt]));
    links.mark();
  }, [linked, links]);
  return links;
}

/** Shows the editor in its element, hears what is typed, and tells whether there is nothing yet. */
function useEditing(
  editor: LexicalEditor,
  root: React.RefObject<HTMLDivElement | null>,
  latest: React.RefObject<Props>,
  links: Links,
): boolean {
  const [isEmpty, setEmpty] = useState(() => isEmptyText(editor));
  useLayoutEffect(() => {
    editor.setRootElement(root.current);
    const endKeys = registerMemoKeys(editor, {
      openExcerpt: links.open,
      leave: () => latest.current.onLeave(),
    });
    // The rules that were just registered look over the text once; that is no typing.
    editor.update(() => {}, { discrete: true, tag: loadingTag });
    const endUpdates = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags }) => {
      links.mark();
      if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
      setEmpty(isEmptyText(editor));
      if (!tags.has(loadingTag)) latest.current.onType(() => toDocument(editor));
    });
    links.mark();
    return () => {
      endUpdates();
      endKeys();
      editor.setRootElement(null);
    };
  }, [editor, root, latest, links]);
  return isEmpty;
}
