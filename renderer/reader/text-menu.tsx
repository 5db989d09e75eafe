import { ActionIcon, Button, Popover, Switch, Tooltip } from '@mantine/core';
import { IconMinus, IconPlus, IconTypography } from '@tabler/icons-react';
import { nextZoom, useDisplay } from '../state/display.ts';
import { MenuChoice, MenuLine } from './menu-choice.tsx';
import classes from './reader-menus.module.css';

/** How the text is shown: its size, the length of its lines, its letters, numbers and names beside it. */
export function TextMenu() {
  return (
    <Popover position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Tooltip label="Text">
          <ActionIcon size="sm" variant="subtle" aria-label="Text">
            <IconTypography size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label="Text">
        <TextChoices />
      </Popover.Dropdown>
    </Popover>
  );
}

function TextChoices() {
  const { width, face, numbering, areNamesShown, choose } = useDisplay();
  return (
    <div className={classes.choices}>
      <Zoom />
      <MenuChoice
        label="Line"
        data={[
          { value: 'narrow', label: 'Narrow' },
          { value: 'medium', label: 'Medium' },
          { value: 'wide', label: 'Wide' },
        ]}
        value={width}
        onChange={(chosen) => choose({ width: chosen })}
      />
      <MenuChoice
        label="Letters"
        data={[
          { value: 'serif', label: 'Serif' },
          { value: 'sans', label: 'Sans serif' },
        ]}
        value={face}
        onChange={(chosen) => choose({ face: chosen })}
      />
      <MenuChoice
        label="Numbers"
        data={[
          { value: 'turns', label: 'Turns' },
          { value: 'paragraphs', label: 'Paragraphs' },
          { value: 'none', label: 'None' },
        ]}
        value={numbering}
        onChange={(chosen) => choose({ numbering: chosen })}
      />
      <Switch
        size="xs"
        label="Names of codes beside the stripes"
        checked={areNamesShown}
        onChange={(event) => choose({ areNamesShown: event.currentTarget.checked })}
      />
    </div>
  );
}

function Zoom() {
  const { zoom, choose, zoomBy } = useDisplay();
  return (
    <MenuLine label="Size">
      <div className={classes.zoom}>
        <ActionIcon
          size="sm"
          aria-label="Smaller text"
          disabled={nextZoom(zoom, -1) === zoom}
          onClick={() => zoomBy(-1)}
        >
          <IconMinus size={15} stroke={1.6} />
        </ActionIcon>
        <output className={classes.percent}>{zoom} %</output>
        <ActionIcon
          size="sm"
          aria-label="Larger text"
          disabled={nextZoom(zoom, 1) === zoom}
          onClick={() => zoomBy(1)}
        >
          <IconPlus size={15} stroke={1.6} />
        </ActionIcon>
        {zoom === 100 ? null : (
          <Button size="compact-xs" variant="subtle" onClick={() => choose({ zoom: 100 })}>
            100 %
          </Button>
        )}
      </div>
    </MenuLine>
  );
}
