import { Button, ColorSwatch, Menu, Modal, TextInput } from '@mantine/core';
import { IconCheck, IconChevronDown, IconUserPlus } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { Coder } from '../../electron/ipc/contract/study.ts';
import { getStudyApi } from '../api.ts';
import type { ShownCoders } from '../state/coder-visibility.ts';
import { useCurrentCoder, useShownCoders } from '../state/coders.ts';
import { useDesk } from '../state/desk.ts';
import { queryClient, useCoders } from '../state/queries.ts';
import { runAction } from '../widgets/run-action.ts';
import classes from './coder-chooser.module.css';
import { CoderBadge, ShowCodingsOf } from './coders-shown.tsx';

/** Who codes now, which every coding carries, and whose codings are shown. */
export function CoderChooser() {
  const { data: coders = [] } = useCoders();
  const shown = useShownCoders();
  const current = useCurrentCoder();
  const [isOpen, setOpen] = useState(false);
  const [isAdding, setAdding] = useState(false);
  return (
    <>
      {shown.total > 1 && <CoderBadge shown={shown} onOpen={() => setOpen(true)} />}
      <Menu position="bottom-end" width={280} opened={isOpen} onChange={setOpen}>
        <Menu.Target>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            leftSection={current && <Swatch coders={coders} id={current.id} />}
            rightSection={<IconChevronDown size={14} stroke={1.5} />}
            aria-label={`Coder: ${current?.name ?? 'none'}`}
          >
            {current?.name ?? 'No coder'}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <CodeAs coders={coders} current={current} shown={shown} />
          <Menu.Item leftSection={<IconUserPlus size={16} stroke={1.5} />} onClick={() => setAdding(true)}>
            Add coder…
          </Menu.Item>
          {shown.total > 1 && <ShowCodingsOf coders={coders} shown={shown} />}
        </Menu.Dropdown>
      </Menu>
      <Modal opened={isAdding} onClose={() => setAdding(false)} title="Add a coder" size={400}>
        <NewCoder onDone={() => setAdding(false)} />
      </Modal>
    </>
  );
}

type CodersProps = { coders: readonly Coder[]; shown: ShownCoders };

function CodeAs({ coders, current, shown }: CodersProps & { current: Coder | undefined }) {
  const chooseCoder = useDesk((desk) => desk.chooseCoder);
  // How much the others have coded is theirs alone while one codes blind.
  const isCounted = (id: number) => !shown.isBlind || id === current?.id;
  return (
    <>
      <Menu.Label>Code as</Menu.Label>
      {coders.map((coder) => (
        <Menu.Item
          key={coder.id}
          onClick={() => chooseCoder(coder.id)}
          leftSection={<Swatch coders={coders} id={coder.id} />}
          rightSection={
            <span className={classes.count}>
              {coder.id === current?.id && <IconCheck size={14} aria-label="chosen" />}
              {isCounted(coder.id) && coder.codings.toLocaleString('en')}
            </span>
          }
        >
          {coder.name}
        </Menu.Item>
      ))}
    </>
  );
}

function Swatch({ coders, id }: { coders: readonly Coder[]; id: number }) {
  const index = coders.findIndex((coder) => coder.id === id);
  // The colour in which the reader paints this coder's work.
  return <ColorSwatch size={10} color={`var(--coder-${index % 8})`} withShadow={false} />;
}

function NewCoder({ onDone }: { onDone: () => void }) {
  const [name, setName] = useState('');
  const chooseCoder = useDesk((desk) => desk.chooseCoder);
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const saved = await runAction(() => getStudyApi().coder.save({ name }));
    if (!saved) return;
    // Somebody who is not in the list yet cannot be chosen.
    await queryClient.refetchQueries({ queryKey: ['coders'] });
    chooseCoder(saved.id);
    onDone();
  };
  return (
    <form className={classes.form} onSubmit={(event) => void add(event)}>
      <TextInput
        label="Name of the coder"
        description="It stands beside each coding, in exports too."
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
        required
      />
      <Button type="submit">Add coder</Button>
    </form>
  );
}
