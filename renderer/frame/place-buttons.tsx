import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import { useDesk } from '../state/desk.ts';

/** The way back to where the researcher was before she followed a number or an excerpt. */
export function PlaceButtons() {
  const { past, future, goBack, goForward } = useDesk();
  const [back, forward] = window.casebench.platform === 'darwin' ? ['⌘[', '⌘]'] : ['Alt+←', 'Alt+→'];
  return (
    <ActionIcon.Group>
      <Tooltip label={`Back (${back})`}>
        <ActionIcon aria-label="Back" onClick={goBack} disabled={past.length === 0} bg="transparent">
          <IconArrowLeft size={18} stroke={1.5} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={`Forward (${forward})`}>
        <ActionIcon aria-label="Forward" onClick={goForward} disabled={future.length === 0} bg="transparent">
          <IconArrowRight size={18} stroke={1.5} />
        </ActionIcon>
      </Tooltip>
    </ActionIcon.Group>
  );
}
