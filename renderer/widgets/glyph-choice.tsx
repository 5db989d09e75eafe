import { Tooltip } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './glyph-choice.module.css';

export type GlyphOption<T extends string> = { value: T; glyph: ReactNode; hint: string };

type Props<T extends string> = {
  label: string;
  options: readonly GlyphOption<T>[];
  /** What is chosen; null while nothing is. */
  value: T | null;
  onChoose: (value: T) => void;
  withWords?: boolean;
};

/** A row of signs of which one is chosen: radio buttons, so that arrow keys and screen readers know what to do. */
export function GlyphChoice<T extends string>({
  label,
  options,
  value,
  onChoose,
  withWords = false,
}: Props<T>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={classes.row} data-words={withWords || undefined}>
      {options.map((option) => (
        <Tooltip key={option.value} label={option.hint} openDelay={400} withinPortal>
          <label className={classes.choice} data-chosen={option.value === value || undefined}>
            <input
              type="radio"
              className={classes.input}
              name={name}
              aria-label={option.value}
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
            />
            <span aria-hidden="true" className={classes.glyph}>
              {option.glyph}
            </span>
            {withWords ? <span aria-hidden="true">{option.value}</span> : null}
          </label>
        </Tooltip>
      ))}
    </div>
  );
}
