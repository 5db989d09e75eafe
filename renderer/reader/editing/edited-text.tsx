import { $getNearestNodeFromDOMNode } from 'lexical';
import { type HTMLAttributes, type MouseEvent, useLayoutEffect, useRef } from 'react';
import type { Span } from '../../../db/model/span.ts';
import classes from './editing.module.css';
import type { EditingSession } from './editing-session.ts';
import { $select } from './turn-commands.ts';
import { EditedTurnNode } from './turn-node.ts';
import { type Touched, usePaintedExcerpts } from './use-painted-excerpts.ts';

type Props = {
  session: EditingSession;
  spans: readonly Span[];
  onTouched: (touched: Touched) => void;
  onChooseSpeaker: () => void;
};

/** The text itself, to be typed in, with the coded passages painted where they are now. */
export function EditedText({ session, spans, onTouched, onChooseSpeaker }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const { editor } = session;
  useLayoutEffect(() => {
    editor.setRootElement(root.current);
    session.showCaret();
    return () => editor.setRootElement(null);
  }, [editor, session]);
  usePaintedExcerpts(root, session, spans, onTouched);

  const chooseSpeaker = (event: MouseEvent) => {
    const turn = findTurnBeside(event);
    if (!turn) return;
    event.preventDefault();
    const choose = () => {
      const node = $getNearestNodeFromDOMNode(turn);
      if (node instanceof EditedTurnNode) $select(node, 0);
    };
    editor.update(choose, { discrete: true });
    onChooseSpeaker();
  };
  // The sheet gives the text the focus when it opens; the caret is to stay where it was, not to go to the start.
  const isEntered = useRef(false);
  const keepCaret = () => {
    if (!isEntered.current) editor.focus();
    isEntered.current = true;
  };
  const field: HTMLAttributes<HTMLDivElement> = {
    role: 'textbox',
    tabIndex: 0,
    'aria-multiline': true,
    'aria-label': `Text of ${session.transcript.name}, being edited`,
    onMouseDown: chooseSpeaker,
    onFocus: keepCaret,
  };
  return (
    <div
      ref={root}
      className={classes.text}
      contentEditable
      suppressContentEditableWarning
      data-autofocus
      spellCheck={false}
      {...field}
    />
  );
}

/** Returns the turn whose speaker was pressed: what is drawn left of its words belongs to the turn's own element. */
function findTurnBeside({ target, clientX }: MouseEvent): HTMLElement | undefined {
  if (!(target instanceof HTMLElement) || target.dataset.who === undefined) return undefined;
  const gutter = Number.parseFloat(getComputedStyle(target).paddingLeft);
  return clientX < target.getBoundingClientRect().left + gutter ? target : undefined;
}
