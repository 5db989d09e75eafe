import { ActionIcon, Menu } from '@mantine/core';
import { IconHash } from '@tabler/icons-react';
import { countables, useCounting } from './counting.ts';

/** Chooses what the numbers in the tree count: excerpts, transcripts or persons, with sub-codes or without. */
export function CountMenu() {
  const { what, withSubcodes, count, setSubcodes } = useCounting();
  const label = `Counting ${what}${withSubcodes ? ', with sub-codes' : ''}`;
  const choose = (value: string) => {
    const wanted = countables.find((each) => each === value);
    if (wanted) count(wanted);
  };
  return (
    <Menu position="bottom-end" width={230} closeOnItemClick={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={label} title={label}>
          <IconHash size={15} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Numbers in the tree</Menu.Label>
        <Menu.RadioGroup value={what} onChange={choose}>
          {countables.map((each) => (
            <Menu.RadioItem key={each} value={each}>
              {each.charAt(0).toUpperCase() + each.slice(1)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.CheckboxItem checked={withSubcodes} onChange={setSubcodes}>
          With sub-codes
        </Menu.CheckboxItem>
      </Menu.Dropdown>
    </Menu>
  );
}
