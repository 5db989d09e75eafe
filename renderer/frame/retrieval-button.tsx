import { Button, Tooltip } from '@mantine/core';
import { IconListSearch } from '@tabler/icons-react';
import { useDesk } from '../state/desk.ts';
import { keyName } from './key-names.ts';

/** Opens the retrieval beside whatever screen is shown, and closes it again. */
export function RetrievalButton() {
  const isOpen = useDesk(({ side }) => side?.show === 'retrieval');
  const { showRetrieval, closeSide } = useDesk.getState();
  return (
    <Tooltip label={`Find excerpts by what they are (${keyName('E')})`}>
      <Button
        size="compact-sm"
        variant={isOpen ? 'light' : 'subtle'}
        color={isOpen ? 'indigo' : 'gray'}
        leftSection={<IconListSearch size={16} stroke={1.6} aria-hidden />}
        aria-pressed={isOpen}
        onClick={isOpen ? closeSide : showRetrieval}
      >
        Retrieval
      </Button>
    </Tooltip>
  );
}
