import { Button, ColorSwatch, Menu, Modal, TextInput } from '@mantine/core';
import { IconCheck, IconChevronDown, IconUserPlus } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { getStudyApi } from '../api.ts';
import { useCurrentCoder } from '../state/coders.ts';
import { useDesk } from '../state/desk.ts';
import { queryClient, useCoders } from '../state/queries.ts';
import { runAction } from '../widgets/run-action.ts';
import classes from './coder-chooser.module.css';

/** Who codes now; every coding, rating and placement carries this name. */
export function CoderChooser() {
  const { data: coders = [] } = useCoders();
  const chooseCoder = useDesk((desk) => desk.chooseCoder);
  const current = useCurrentCoder();
  const [isAdding, setAdding] = useState(false);
  return (
    <>
      <Menu position="bottom-end" width={240}>
        <Menu.Target>
          <Button
            variant="subtle"
            color="gray"
            size="compact-sm"
            leftSection={current && <ColorSwatch size={10} color={current.colour} withShadow={false} />}
            rightSection={<IconChevronDown size={14} stroke={1.5} />}
            aria-label={`Coder: ${current?.name ?? 'none'}`}
          >
            {current?.name ?? 'No coder'}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>Code as</Menu.Label>
          {coders.map((coder) => (
            <Menu.Item
              key={coder.id}
              onClick={() => chooseCoder(coder.id)}
              leftSection={<ColorSwatch size={10} color={coder.colour} withShadow={false} />}
              rightSection={
                <span className={classes.count}>
                  {coder.id === current?.id && <IconCheck size={14} aria-label="chosen" />}
                  {coder.codings.toLocaleString('en')}
                </span>
              }
            >
              {coder.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item leftSection={<IconUserPlus size={16} stroke={1.5} />} onClick={() => setAdding(true)}>
            Add coder…
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={isAdding} onClose={() => setAdding(false)} title="Add a coder" size={400}>
        <NewCoder onDone={() => setAdding(false)} />
      </Modal>
    </>
  );
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
