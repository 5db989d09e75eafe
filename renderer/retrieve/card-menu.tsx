import { ActionIcon, Menu } from '@mantine/core';
import {
  IconCopy,
  IconDots,
  IconFileText,
  IconPlus,
  IconReplace,
  IconTextPlus,
  IconTrash,
} from '@tabler/icons-react';
import { evidenceTypes, statuses, statusGlyphs } from '../../db/model/coding.ts';
import type { Evidence } from '../../electron/ipc/contract/codes.ts';
import type { CardCommand } from './card-keys.ts';

type Props = {
  coding: Evidence;
  isOpen: boolean;
  isReachable: boolean;
  onOpen: (isOpen: boolean) => void;
  onCommand: (command: CardCommand | { do: 'open' }) => void;
};

/** All that can be done to a coding where it was found. Also by right click, and by the menu key. */
export function CardMenu({ coding, isOpen, isReachable, onOpen, onCommand }: Props) {
  return (
    <Menu
      opened={isOpen}
      onChange={onOpen}
      position="bottom-end"
      width={250}
      transitionProps={{ duration: 0 }}
    >
      <Menu.Target>
        <ActionIcon size="sm" aria-label="What can be done here" tabIndex={isReachable ? 0 : -1}>
          <IconDots size={15} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconFileText size={15} />}
          rightSection="Enter"
          onClick={() => onCommand({ do: 'open' })}
        >
          Open its place
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTextPlus size={15} />}
          rightSection="Space"
          onClick={() => onCommand({ do: 'context' })}
        >
          Context
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy size={15} />} onClick={() => onCommand({ do: 'copy' })}>
          Copy with reference
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconReplace size={15} />}
          rightSection="R"
          onClick={() => onCommand({ do: 'recode' })}
        >
          Change the code …
        </Menu.Item>
        <Menu.Item
          leftSection={<IconPlus size={15} />}
          rightSection="C"
          onClick={() => onCommand({ do: 'add' })}
        >
          Add another code …
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTrash size={15} />}
          rightSection="Del"
          onClick={() => onCommand({ do: 'delete' })}
        >
          Delete the coding
        </Menu.Item>
        <Menu.Divider />
        <Menu.Sub>
          <Menu.Sub.Target>
            <Menu.Sub.Item>Status: {coding.status}</Menu.Sub.Item>
          </Menu.Sub.Target>
          <Menu.Sub.Dropdown>
            {statuses.map((status, index) => (
              <Menu.Item
                key={status}
                role="menuitemradio"
                aria-checked={status === coding.status}
                fw={status === coding.status ? 600 : undefined}
                leftSection={<span aria-hidden>{statusGlyphs[status]}</span>}
                rightSection={`Alt+${index + 1}`}
                onClick={() => onCommand({ do: 'say', words: { status } })}
              >
                {status}
              </Menu.Item>
            ))}
          </Menu.Sub.Dropdown>
        </Menu.Sub>
        <Menu.Sub>
          <Menu.Sub.Target>
            <Menu.Sub.Item>Evidence: {coding.evidence}</Menu.Sub.Item>
          </Menu.Sub.Target>
          <Menu.Sub.Dropdown>
            {evidenceTypes.map((evidence, index) => (
              <Menu.Item
                key={evidence}
                role="menuitemradio"
                aria-checked={evidence === coding.evidence}
                fw={evidence === coding.evidence ? 600 : undefined}
                rightSection={`Alt+${statuses.length + index + 1}`}
                onClick={() => onCommand({ do: 'say', words: { evidence } })}
              >
                {evidence}
              </Menu.Item>
            ))}
          </Menu.Sub.Dropdown>
        </Menu.Sub>
      </Menu.Dropdown>
    </Menu>
  );
}
