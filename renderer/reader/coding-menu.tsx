import { Menu } from '@mantine/core';
import { useEffect } from 'react';
import type { Coding } from '../../electron/ipc/contract/transcripts.ts';
import { findCommandOfKey } from './coding-commands.ts';
import classes from './coding-menu.module.css';
import { CodingEntries, CodingNames, PassageEntries } from './coding-menu-entries.tsx';
import { type CodingMenuState, useReading } from './reading.ts';
import { type CommandDesk, type CommandTarget, runCommand } from './run-command.ts';
import { selectOnPage } from './use-selection.ts';
import { findWordOfKey, type Words } from './word-keys.ts';

/** The menu about a coding, selected text, or a place in the text. Every entry has its key, which works in it too. */
export function CodingMenu({ desk }: { desk: CommandDesk }) {
  const menu = useReading((reading) => reading.menu);
  // A menu left open belongs to the transcript that goes.
  useEffect(() => useReading.getState().closeMenu, []);
  return menu ? <OpenMenu key={`${menu.at.x} ${menu.at.y}`} menu={menu} desk={desk} /> : null;
}

function OpenMenu({ menu, desk }: { menu: CodingMenuState; desk: CommandDesk }) {
  const { codingList } = desk.transcript;
  const coding = codingList.find(({ id }) => id === menu.chosenId);
  const target: CommandTarget = { coding, passage: menu.passage, offset: menu.offset };
  const has = {
    coding: coding !== undefined,
    passage: menu.passage !== null,
    caret: menu.offset !== null,
  };
  const leave = () => leaveMenu(desk, target);
  const run = (command: Parameters<typeof runCommand>[0]) => {
    leave();
    runCommand(command, desk, target);
  };
  const say = (words: Words) => {
    leave();
    if (coding) void desk.actions.say(coding.id, words);
  };

  return (
    <Menu
      opened
      onClose={leave}
      closeOnItemClick={false}
      returnFocus={false}
      position="bottom-start"
      offset={2}
      shadow="md"
      width={320}
      transitionProps={{ duration: 0 }}
    >
      <Menu.Target>
        <span aria-hidden="true" className={classes.target} style={{ top: menu.at.y, left: menu.at.x }} />
      </Menu.Target>
      <Menu.Dropdown
        aria-label={coding ? 'Coding' : 'Passage'}
        onKeyDown={(event) => {
          const words = coding && findWordOfKey(event);
          // Enter and arrows belong to the menu itself.
          const command = event.key === 'Enter' ? undefined : findCommandOfKey(event, has);
          if (!words && !command) return;
          event.preventDefault();
          event.stopPropagation();
          if (words) say(words);
          else if (command) run(command);
        }}
      >
        {coding ? (
          <CodingEntries {...{ coding, desk, has, run, say }} />
        ) : (
          <>
            <CodingNames codings={listChoices(menu, codingList)} codes={desk.codes} onChoose={chooseCoding} />
            <PassageEntries isSelected={has.passage} run={run} />
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function listChoices({ codingIds }: CodingMenuState, codings: readonly Coding[]): Coding[] {
  return codingIds
    .map((id) => codings.find((coding) => coding.id === id))
    .filter((coding) => coding !== undefined);
}

/** Goes on with one of the codings beneath the pointer; what is selected stays, for a coding may be fitted to it. */
function chooseCoding(id: number): void {
  const { menu } = useReading.getState();
  if (!menu) return;
  if (!menu.passage) useReading.getState().selectCoding(id);
  useReading.getState().openMenu({ ...menu, chosenId: id });
}

/** The focus goes back to the text, and what was selected there is so again. */
function leaveMenu({ map }: CommandDesk, { coding, passage }: CommandTarget): void {
  useReading.getState().closeMenu();
  map.root.focus({ preventScroll: true });
  if (passage) selectOnPage(map, passage);
  else if (coding) useReading.getState().selectCoding(coding.id);
}
