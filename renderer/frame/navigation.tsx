import { UnstyledButton } from '@mantine/core';
import {
  IconFileImport,
  IconFileText,
  IconLayoutGrid,
  IconNotes,
  IconSearch,
  IconStairsUp,
  IconTable,
  IconUsers,
} from '@tabler/icons-react';
import { type Screen, screens, useDesk } from '../state/desk.ts';
import { chooseAndImport, showScreen } from './commands.ts';
import classes from './navigation.module.css';

export const screenNames: Record<Screen, string> = {
  transcripts: 'Transcripts',
  people: 'People',
  triangulation: 'Triangulation',
  maturity: 'Maturity',
  search: 'Search',
  tables: 'Tables',
  memos: 'Memos',
};

const icons = {
  transcripts: IconFileText,
  people: IconUsers,
  triangulation: IconLayoutGrid,
  maturity: IconStairsUp,
  tables: IconTable,
  memos: IconNotes,
  search: IconSearch,
} as const satisfies Record<Screen, unknown>;

/** The way between the screens, in the order in which a study is done. */
export function Navigation() {
  const current = useDesk((desk) => desk.screen);
  return (
    <nav className={classes.rail} aria-label="Screens">
      {screens.map((screen) => {
        const Icon = icons[screen];
        return (
          <UnstyledButton
            key={screen}
            className={classes.item ?? ''}
            aria-current={screen === current ? 'page' : undefined}
            onClick={() => showScreen(screen)}
          >
            <Icon size={20} stroke={1.5} aria-hidden />
            <span>{screenNames[screen]}</span>
          </UnstyledButton>
        );
      })}
      <UnstyledButton className={`${classes.item} ${classes.last}`} onClick={() => void chooseAndImport()}>
        <IconFileImport size={20} stroke={1.5} aria-hidden />
        <span>Import</span>
      </UnstyledButton>
    </nav>
  );
}
