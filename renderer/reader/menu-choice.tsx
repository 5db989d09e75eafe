import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './reader-menus.module.css';

/** A line of a menu over the text: what is set, and beside it the control. */
export function MenuLine({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes.choice}>
      <span className={classes.label}>{label}</span>
      {children}
    </div>
  );
}

type Props<T extends string> = {
  label: string;
  data: { value: T; label: string }[];
  value: T;
  onChange: (chosen: T) => void;
};

/** One of a few, side by side. */
export function MenuChoice<T extends string>({ label, data, value, onChange }: Props<T>) {
  return (
    <MenuLine label={label}>
      <SegmentedControl size="xs" aria-label={label} data={data} value={value} onChange={onChange} />
    </MenuLine>
  );
}
