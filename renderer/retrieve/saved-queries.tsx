import { ActionIcon, Button, Group, Popover, Text, TextInput, UnstyledButton } from '@mantine/core';
import { IconBookmark, IconCheck, IconPencil, IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { SavedQuery } from '../../electron/ipc/contract/retrieval.ts';
import { getStudyApi } from '../api.ts';
import { useRetrieval } from '../state/retrieval.ts';
import { runAction } from '../widgets/run-action.ts';
import { useSavedQueries } from './retrieval-queries.ts';
import classes from './saved-queries.module.css';

/** Questions that were given a name: one click asks them again. */
export function SavedQueries() {
  const [isOpen, setOpen] = useState(false);
  const { data: queries } = useSavedQueries();
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      width={320}
      position="bottom-end"
      trapFocus
      returnFocus
      shadow="md"
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <ActionIcon aria-label="Saved queries" onClick={() => setOpen(!isOpen)}>
          <IconBookmark size={16} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={10} aria-label="Saved queries">
        <SaveForm />
        {queries?.length === 0 && (
          <Text size="xs" c="dimmed" mt="xs">
            No query is saved yet. Give the present one a name, and one click asks it again.
          </Text>
        )}
        {queries && queries.length > 0 && (
          <ul className={classes.list} aria-label="Saved queries">
            {queries.map((query) => (
              <QueryRow key={query.id} query={query} onLoad={() => setOpen(false)} />
            ))}
          </ul>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

function SaveForm() {
  const question = useRetrieval((state) => state.question);
  const saved = useRetrieval((state) => state.saved);
  const [name, setName] = useState('');
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted === '') return;
    const made = await runAction(() => getStudyApi().savedQuery.create({ name: wanted, question }));
    if (!made) return;
    useRetrieval.getState().setSaved({ id: made.id, name: wanted });
    setName('');
  };
  return (
    <form onSubmit={(event) => void save(event)}>
      <Group gap={6} wrap="nowrap">
        <TextInput
          size="xs"
          flex={1}
          data-autofocus
          aria-label="Name for the present query"
          placeholder="Name for the present query"
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Button type="submit" size="xs" disabled={name.trim() === ''}>
          Save
        </Button>
      </Group>
      {saved && (
        <Button
          size="compact-xs"
          variant="subtle"
          mt={6}
          onClick={() => void runAction(() => getStudyApi().savedQuery.replace({ id: saved.id, question }))}
        >
          Save as “{saved.name}” again
        </Button>
      )}
    </form>
  );
}

function QueryRow({ query, onLoad }: { query: SavedQuery; onLoad: () => void }) {
  const [name, setName] = useState<string | null>(null);
  const loadedId = useRetrieval(({ saved }) => saved?.id);
  const rename = async (event: FormEvent) => {
    event.preventDefault();
    const wanted = name?.trim() ?? '';
    setName(null);
    if (wanted !== '' && wanted !== query.name)
      await runAction(() => getStudyApi().savedQuery.rename({ id: query.id, name: wanted }));
  };
  if (name !== null) {
    return (
      <li className={classes.row}>
        <form className={classes.form} onSubmit={(event) => void rename(event)}>
          <TextInput
            size="xs"
            flex={1}
            autoFocus
            aria-label={`New name of ${query.name}`}
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <ActionIcon type="submit" size="sm" aria-label="Rename">
            <IconCheck size={14} aria-hidden />
          </ActionIcon>
        </form>
      </li>
    );
  }
  return (
    <li className={classes.row}>
      <UnstyledButton
        className={classes.name ?? ''}
        aria-current={query.id === loadedId || undefined}
        onClick={() => {
          useRetrieval.getState().load(query);
          onLoad();
        }}
      >
        {query.name}
        {query.remarks.length > 0 && <span className={classes.remark}>{query.remarks.join(' ')}</span>}
      </UnstyledButton>
      <ActionIcon size="sm" aria-label={`Rename ${query.name}`} onClick={() => setName(query.name)}>
        <IconPencil size={14} aria-hidden />
      </ActionIcon>
      <ActionIcon
        size="sm"
        aria-label={`Delete ${query.name}`}
        onClick={() => void runAction(() => getStudyApi().savedQuery.delete({ id: query.id }))}
      >
        <IconTrash size={14} aria-hidden />
      </ActionIcon>
    </li>
  );
}
