import { Text } from '@mantine/core';
import { useStudy } from '../state/queries.ts';
import { CoderChooser } from './coder-chooser.tsx';
import classes from './header.module.css';
import { HistoryButtons } from './history-buttons.tsx';
import { PlaceButtons } from './place-buttons.tsx';
import { RetrievalButton } from './retrieval-button.tsx';
import { ShortcutButton } from './shortcut-sheet.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

/** Which study this is, the way back, undo, and who is coding. */
export function Header() {
  const { data: study } = useStudy();
  return (
    <header className={classes.header}>
      <PlaceButtons />
      <Text component="h1" className={classes.name ?? ''} title={study?.path ?? ''}>
        {study?.name}
      </Text>
      <div className={classes.tools}>
        <RetrievalButton />
        <span className={classes.line} />
        <HistoryButtons />
        <span className={classes.line} />
        <CoderChooser />
        <span className={classes.line} />
        <ThemeSwitch />
        <ShortcutButton />
      </div>
    </header>
  );
}
