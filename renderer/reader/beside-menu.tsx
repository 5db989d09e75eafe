import { ActionIcon, Popover, Select, Tooltip } from '@mantine/core';
import { IconLayoutColumns } from '@tabler/icons-react';
import { useState } from 'react';
import { useDesk } from '../state/desk.ts';
import { useTranscripts } from '../state/queries.ts';

/** Opens a second transcript next to the one that is read. */
export function BesideMenu({ openId }: { openId: number }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover position="bottom-end" opened={isOpen} onChange={setOpen} trapFocus returnFocus>
      <Popover.Target>
        <Tooltip label="Open another transcript beside">
          <ActionIcon
            size="sm"
            variant="subtle"
            aria-label="Open beside"
            onClick={() => setOpen((wasOpen) => !wasOpen)}
          >
            <IconLayoutColumns size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label="Open beside">
        <BesideChoice openId={openId} onChosen={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

function BesideChoice({ openId, onChosen }: { openId: number; onChosen: () => void }) {
  const { data: transcripts = [] } = useTranscripts();
  return (
    <Select
      size="xs"
      w={280}
      label="Open beside"
      placeholder="Choose a transcript"
      searchable
      limit={200}
      nothingFoundMessage="No transcript matches."
      comboboxProps={{ withinPortal: false }}
      data={transcripts
        .filter(({ id }) => id !== openId)
        .map(({ id, company, name }) => ({ value: String(id), label: `${company} › ${name}` }))}
      onChange={(value) => {
        if (value === null) return;
        onChosen();
        useDesk.getState().openBeside(Number(value));
      }}
    />
  );
}
