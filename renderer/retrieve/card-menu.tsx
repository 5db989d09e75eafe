import { Menu } from '@mantine/core';
import { IconCopy, IconFileText, IconPlus, IconReplace, IconTextPlus, IconTrash } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { evidenceTypes, statuses, statusGlyphs } from '../../db/model/coding.ts';
import type { Evidence } from '../../electron/ipc/contract/codes.ts';
import type { CardCommand } from './card-keys.ts';

type Props = {
  coding: Evidence;
  /** The button at which it opens. */
  target: ReactElement;
  onClose: () => void;
  onCommand: (command: CardCommand | { do: 'open' }) => void;
};

/**
 * All that can be done to a coding where it was found, by a click on its dots, by right click and by the menu key. Drawn
 * only while it is open: a list of cards scrolls past without it.
 */
export function CardMenu({ coding, target, onClose, onCommand }: Props) {
  return (
    <Menu
      opened
      onClose={onClose}
      returnFocus={false}
      position="bottom-end"
      width={250}
      transitionProps={{ duration: 0 }}
    >
      <Menu.Target>{target}</Menu.Target>
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
        <SaySub
          name="Status"
          value={coding.status}
          choices={statusChoices}
          onSay={(status) => onCommand({ do: 'say', words: { status } })}
        />
        <SaySub
          name="Evidence"
          value={coding.evidence}
          choices={evidenceChoices}
          onSay={(evidence) => onCommand({ do: 'say', words: { evidence } })}
        />
      </Menu.Dropdown>
    </Menu>
  );
}

type SayChoice<T extends string> = { value: T; glyph: string; key: string };

const statusChoices = statuses.map((status, index) => ({
  value: status,
  glyph: `${statusGlyphs[status]} `,
  key: `Alt+${index + 1}`,
}));
const evidenceChoices = evidenceTypes.map((type, index) => ({
  value: type,
  glyph: '',
  key: `Alt+${statuses.length + index + 1}`,
}));

type SayProps<T extends string> = {
  name: string;
  value: T;
  choices: readonly SayChoice<T>[];
  onSay: (value: T) => void;
};

/** What the coding says, with the choices beside it. */
function SaySub<T extends string>({ name, value, choices, onSay }: SayProps<T>) {
  return (
    <Menu.Sub>
      <Menu.Sub.Target>
        <Menu.Sub.Item>{`${name}: ${value}`}</Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown>
        <Menu.RadioGroup value={value}>
          {choices.map((choice) => (
            <Menu.RadioItem
              key={choice.value}
              value={choice.value}
              closeMenuOnClick
              rightSection={choice.key}
              onClick={() => onSay(choice.value)}
            >
              <span aria-hidden>{choice.glyph}</span>
              {choice.value}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  );
}
