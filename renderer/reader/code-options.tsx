import { Kbd } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect } from 'react';
import { CodeDot } from '../codes/code-dot.tsx';
import type { BarOption } from './bar-options.ts';
import classes from './code-bar.module.css';

type Props = {
  id: string;
  options: readonly BarOption[];
  active: BarOption | undefined;
  onChoose: (option: BarOption) => void;
};

export const idOfOption = (listId: string, option: BarOption) =>
  `${listId}-${option.kind === 'code' ? option.code.id : 'new'}`;

/** The codes to choose from; the active one is chosen with Enter, any one with the mouse. */
export function CodeOptions({ id, options, active, onChoose }: Props) {
  const activeId = active && idOfOption(id, active);
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);
  return (
    <div id={id} role="listbox" aria-label="Codes" className={classes.options}>
      {options.map((option) => {
        const optionId = idOfOption(id, option);
        return (
          <button
            type="button"
            key={optionId}
            id={optionId}
            role="option"
            tabIndex={-1}
            aria-selected={option === active}
            className={classes.option}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(option)}
          >
            <OptionWords option={option} />
          </button>
        );
      })}
    </div>
  );
}

function OptionWords({ option }: { option: BarOption }) {
  if (option.kind === 'new') {
    return (
      <>
        <IconPlus size={12} aria-hidden="true" />
        <span className={classes.name}>New code “{option.name}”</span>
      </>
    );
  }
  const { code, digit, isLast } = option;
  return (
    <>
      <CodeDot code={code} />
      <span className={classes.name} title={code.name}>
        {code.itemRef ? <b>{code.itemRef} </b> : null}
        {code.name}
      </span>
      <span className={classes.group}>{isLast ? 'again' : (code.group ?? 'open code')}</span>
      {digit === null ? null : <Kbd size="xs">{digit}</Kbd>}
    </>
  );
}
