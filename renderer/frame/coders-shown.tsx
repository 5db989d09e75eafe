import { Button, Menu } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import type { Coder } from '../../electron/ipc/contract/study.ts';
import { type ShownCoders, useCoderVisibility } from '../state/coder-visibility.ts';
import { useStudy } from '../state/queries.ts';

/** Always says whose work is in the window, so that nobody takes a part for the whole. */
export function CoderBadge({ shown, onOpen }: { shown: ShownCoders; onOpen: () => void }) {
  const isPart = shown.ids !== undefined;
  const Icon = isPart ? IconEyeOff : IconEye;
  return (
    <Button
      variant={isPart ? 'light' : 'subtle'}
      color={isPart ? 'indigo' : 'gray'}
      size="compact-xs"
      leftSection={<Icon size={14} stroke={1.6} />}
      onClick={onOpen}
    >
      {describeShown(shown)}
    </Button>
  );
}

function describeShown({ shown, total, isBlind }: ShownCoders): string {
  return `${shown} of ${total} coders shown${isBlind ? ', blind' : ''}`;
}

type Props = { coders: readonly Coder[]; shown: ShownCoders };

/** Whose codings are shown, counted and listed, on this computer. */
export function ShowCodingsOf({ coders, shown }: Props) {
  const guid = useStudy().data?.guid ?? '';
  const { toggleHidden, showAll, setBlind } = useCoderVisibility.getState();
  const isShown = (id: number) => shown.ids === undefined || shown.ids.includes(id);
  return (
    <>
      <Menu.Divider />
      <Menu.Label>Show codings of</Menu.Label>
      {coders.map(({ id, name }) => (
        <Menu.CheckboxItem
          key={id}
          checked={isShown(id)}
          disabled={shown.isBlind}
          onChange={() => toggleHidden(guid, id)}
        >
          {name}
        </Menu.CheckboxItem>
      ))}
      <Menu.Item disabled={shown.ids === undefined} closeMenuOnClick={false} onClick={() => showAll(guid)}>
        Everybody
      </Menu.Item>
      <Menu.CheckboxItem checked={shown.isBlind} onChange={(isBlind) => setBlind(guid, isBlind)}>
        Code blind: hide the others’ work
      </Menu.CheckboxItem>
    </>
  );
}
