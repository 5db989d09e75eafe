import { IconDots, IconTextPlus } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Code, Evidence } from '../../electron/ipc/contract/codes.ts';
import { ExcerptCard } from '../widgets/excerpt-card.tsx';
import {
  addCode,
  type ChosenCode,
  changeCode,
  copyExcerpt,
  deleteCoding,
  openPlaceOf,
  sayOfCoding,
} from './card-actions.ts';
import { type CardCommand, findCardCommand } from './card-keys.ts';
import { CardMenu } from './card-menu.tsx';
import { CodeField } from './code-field.tsx';
import { ExcerptContext } from './excerpt-context.tsx';
import classes from './result-card.module.css';

type Props = {
  coding: Evidence;
  codes: readonly Code[];
  position: number;
  isFocused: boolean;
  onFocus: () => void;
  /** Says what was done to those who do not see it. */
  onTold: (words: string) => void;
};

type Work = 'recode' | 'add' | null;

/** One coding that was found. Enter or a click opens its place; it can be coded anew where it stands. */
export function ResultCard({ coding, codes, position, isFocused, onFocus, onTold }: Props) {
  const [work, setWork] = useState<Work>(null);
  const [hasContext, setContext] = useState(false);
  const [isMenuOpen, setMenuOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);

  const tell = async (told: Promise<string | undefined>) => {
    const words = await told;
    if (words !== undefined) onTold(words);
  };
  const run = (command: CardCommand | { do: 'open' }) => {
    switch (command.do) {
      case 'open':
        return openPlaceOf(coding);
      case 'context':
        return setContext(!hasContext);
      case 'menu':
        return setMenuOpen(true);
      case 'copy':
        return onTold(copyExcerpt(coding));
      case 'delete':
        return void tell(deleteCoding(coding));
      case 'say':
        return void tell(sayOfCoding(coding, command.words));
      default:
        return setWork(command.do);
    }
  };
  const leave = () => {
    setWork(null);
    button.current?.focus();
  };
  const choose = (chosen: ChosenCode) => {
    void tell(work === 'add' ? addCode(coding, chosen) : changeCode(coding, chosen));
    leave();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== button.current) return;
    const command = findCardCommand(event);
    if (!command || (command.do === 'copy' && document.getSelection()?.isCollapsed === false)) return;
    event.preventDefault();
    event.stopPropagation();
    run(command);
  };
  const dots = (
    <button
      type="button"
      className={classes.tool}
      aria-label="What can be done here"
      title="What can be done here"
      aria-haspopup="menu"
      tabIndex={isFocused ? 0 : -1}
      onClick={() => setMenuOpen(!isMenuOpen)}
    >
      <IconDots size={15} aria-hidden />
    </button>
  );
  return (
    <article
      className={classes.card}
      aria-label={`Excerpt ${position + 1}`}
      onKeyDown={onKeyDown}
      onContextMenu={(event) => {
        event.preventDefault();
        setMenuOpen(true);
      }}
    >
      <button
        ref={button}
        type="button"
        className={classes.place}
        data-focus
        tabIndex={isFocused ? 0 : -1}
        onFocus={onFocus}
        onClick={() => openPlaceOf(coding)}
      >
        <ExcerptCard coding={coding} />
      </button>
      <div className={classes.tools}>
        <button
          type="button"
          className={classes.tool}
          aria-label="Context"
          title="Context"
          aria-expanded={hasContext}
          tabIndex={isFocused ? 0 : -1}
          onClick={() => setContext(!hasContext)}
        >
          <IconTextPlus size={15} aria-hidden />
        </button>
        {isMenuOpen ? (
          <CardMenu
            coding={coding}
            target={dots}
            onClose={() => {
              setMenuOpen(false);
              button.current?.focus({ preventScroll: true });
            }}
            onCommand={run}
          />
        ) : (
          dots
        )}
      </div>
      {hasContext && <ExcerptContext coding={coding} />}
      {work !== null && (
        <div className={classes.work}>
          <CodeField
            label={work === 'add' ? 'Another code for this excerpt' : 'New code of this coding'}
            codes={codes}
            onChoose={choose}
            onLeave={leave}
          />
        </div>
      )}
    </article>
  );
}
