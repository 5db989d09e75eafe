import { Popover, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import classes from './pill.module.css';

type Props = {
  name: string;
  /** What is chosen, in words; null when it is left open. */
  value: string | null;
  onClear?: (() => void) | undefined;
  width?: number;
  /** Whether only the value is shown: its name stands beside it already. */
  isBare?: boolean;
  children: ReactNode;
};

/** One part of a question: a button that says what is chosen and opens the choice beneath it. */
export function Pill({ name, value, onClear, width = 280, isBare = false, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  const words = value === null ? name : isBare ? value : `${name}: ${value}`;
  return (
    <span className={classes.pill} data-chosen={value !== null || undefined}>
      <Popover
        opened={isOpen}
        onChange={setOpen}
        width={width}
        position="bottom-start"
        trapFocus
        returnFocus
        withinPortal
        shadow="md"
        transitionProps={{ duration: 0 }}
      >
        <Popover.Target>
          <UnstyledButton
            className={classes.button ?? ''}
            aria-label={value === null ? `${name}: any` : `${name}: ${value}`}
            title={words}
            onClick={() => setOpen((open) => !open)}
          >
            <span className={classes.words}>{words}</span>
            <IconChevronDown size={13} stroke={1.8} aria-hidden />
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown p={8} aria-label={name}>
          {children}
        </Popover.Dropdown>
      </Popover>
      {value !== null && onClear && (
        <UnstyledButton className={classes.clear ?? ''} aria-label={`Leave ${name} open`} onClick={onClear}>
          <IconX size={12} stroke={2} aria-hidden />
        </UnstyledButton>
      )}
    </span>
  );
}
