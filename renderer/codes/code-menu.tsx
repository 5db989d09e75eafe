import type { ItemInstance } from '@headless-tree/core';
import { Menu } from '@mantine/core';
import type { Branch } from './code-branches.ts';
import { type CodeCommand, codeCommands, isOffered, keysOfCommands, nameCommand } from './code-commands.ts';
import classes from './code-tree.module.css';
import { type CodeCommands, listMeant } from './use-code-commands.ts';

/** A menu that stands open for a row, at a point of the window in pixels. */
export type OpenMenu = { item: ItemInstance<Branch>; x: number; y: number };

type Props = {
  menu: OpenMenu;
  commands: CodeCommands;
  isPinned: (codeId: number) => boolean;
  /** Called when the menu is left; `isDone` when something was chosen in it. */
  onClose: (isDone: boolean) => void;
};

/** After these a line is drawn: writing, arranging, looking, deleting. */
const endsGroup: readonly CodeCommand[] = ['colour', 'split', 'branchEvidence'];

/** What can be done to a code or to the selected codes, each with its key. */
export function CodeMenu({ menu: { item, x, y }, commands, isPinned, onClose }: Props) {
  const meant = listMeant(item);
  const [first] = meant;
  const isOnHeading = first === undefined;
  const offered = isOnHeading ? [] : codeCommands.filter((command) => isOffered(command, meant));
  const choose = (command: CodeCommand) => {
    onClose(true);
    commands.run(command, item);
  };
  return (
    <Menu
      opened
      onChange={(isOpen) => isOpen || onClose(false)}
      position="bottom-start"
      width={272}
      returnFocus={false}
      // Not by keys: the very press that opens the menu would close it again.
      clickOutsideEvents={['mousedown', 'touchstart']}
      // Where the menu opens may lie at the very edge of the tree.
      hideDetached={false}
      transitionProps={{ duration: 0 }}
    >
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          className={classes.menuTarget}
          style={{ left: x, top: y }}
          aria-label={first ? `What to do with ${item.getItemName()}` : 'What to do with open codes'}
        />
      </Menu.Target>
      <Menu.Dropdown>
        {isOnHeading ? (
          <Menu.Item rightSection={<Keys command="add" />} onClick={() => choose('add')}>
            New open code
          </Menu.Item>
        ) : null}
        {offered.map((command, index) => (
          <div key={command}>
            <Menu.Item py={4} rightSection={<Keys command={command} />} onClick={() => choose(command)}>
              {nameCommand(command, meant, first !== undefined && isPinned(first.id))}
            </Menu.Item>
            {endsGroup.includes(command) && index < offered.length - 1 ? <Menu.Divider /> : null}
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Keys({ command }: { command: CodeCommand }) {
  return <kbd className={classes.keys}>{keysOfCommands[command]}</kbd>;
}
