import { Button, Popover } from '@mantine/core';
import { IconColumnInsertRight } from '@tabler/icons-react';
import { useState } from 'react';
import { AttributeForm } from './attribute-form.tsx';

/** Adds a column to the tables of practitioners: what is noted of them beyond role and seniority. */
export function AddAttribute() {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      shadow="md"
      width={260}
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconColumnInsertRight size={14} />}
          onClick={() => setOpen((was) => !was)}
        >
          Add attribute…
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="New attribute">
        {isOpen && <AttributeForm onSaved={() => setOpen(false)} />}
      </Popover.Dropdown>
    </Popover>
  );
}
