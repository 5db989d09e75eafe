import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconCheck, IconHash } from '@tabler/icons-react';
import { countables, useCounting } from './counting.ts';

/** Chooses what the numbers in the tree count: excerpts, transcripts or persons, with sub-codes or without. */
export function CountMenu() {
  const { what, withSubcodes, count, setSubcodes } = useCounting();
  const label = `Counting ${what}${withSubcodes ? ', with sub-codes' : ''}`;
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <Tooltip label={label}>
          <ActionIcon variant="subtle" color="gray" aria-label={label}>
            <IconHash size={15} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Numbers in the tree</Menu.Label>
        {countables.map((each) => (
          <Menu.Item
            key={each}
            role="menuitemradio"
            aria-checked={each === what}
            rightSection={each === what ? <IconCheck size={14} /> : null}
            onClick={() => count(each)}
          >
            {each.charAt(0).toUpperCase() + each.slice(1)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          role="menuitemcheckbox"
          aria-checked={withSubcodes}
          rightSection={withSubcodes ? <IconCheck size={14} /> : null}
          onClick={() => setSubcodes(!withSubcodes)}
        >
          With sub-codes
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
