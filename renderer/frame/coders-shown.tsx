import { Button, Menu } from '@mantine/core';
import { IconEye, IconEyeOff, IconSquare, IconSquareCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
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

export function describeShown({ shown, total, isBlind }: ShownCoders): string {
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
        <Choice
          key={id}
          isChosen={isShown(id)}
          isDisabled={shown.isBlind}
          onChoose={() => toggleHidden(guid, id)}
        >
          {name}
        </Choice>
      ))}
      <Menu.Item disabled={shown.ids === undefined} closeMenuOnClick={false} onClick={() => showAll(guid)}>
        Everybody
      </Menu.Item>
      <Choice isChosen={shown.isBlind} onChoose={() => setBlind(guid, !shown.isBlind)}>
        Code blind: hide the others’ work
      </Choice>
    </>
  );
}

type ChoiceProps = { isChosen: boolean; isDisabled?: boolean; onChoose: () => void; children: ReactNode };

/** A box to tick that leaves the menu open. */
function Choice({ isChosen, isDisabled = false, onChoose, children }: ChoiceProps) {
  const Icon = isChosen ? IconSquareCheck : IconSquare;
  return (
    <Menu.Item
      role="menuitemcheckbox"
      aria-checked={isChosen}
      closeMenuOnClick={false}
      disabled={isDisabled}
      leftSection={<Icon size={16} stroke={1.5} aria-hidden />}
      onClick={onChoose}
    >
      {children}
    </Menu.Item>
  );
}
