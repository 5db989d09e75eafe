import { Button, Modal } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Session } from '../../electron/ipc/contract/people.ts';
import { messageOf } from '../api.ts';
import styles from './asked-dialog.module.css';
import { type AskedGroup, describeAsked, findAskedGroups, setItems } from './asked-groups.ts';
import { AskedList } from './asked-list.tsx';
import { AskedTools } from './asked-tools.tsx';
import { changeSession } from './people-actions.ts';

type Props = {
  session: Session;
  groups: readonly AskedGroup[];
  /** Sessions of which it is known what was asked: guides are used more than once. */
  others: readonly Session[];
  onClose: () => void;
};

/** Ticks the items that the guide of a session covered. One step when it is saved, nothing when it is closed. */
export function AskedDialog({ session, groups, others, onClose }: Props) {
  const [asked, setAsked] = useState<ReadonlySet<string>>(new Set(session.asked));
  const [search, setSearch] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const list = useRef<HTMLFieldSetElement>(null);
  const found = findAskedGroups(groups, search);
  const save = async () => {
    try {
      await changeSession(session, { asked: [...asked] });
      onClose();
    } catch (error) {
      setProblem(messageOf(error));
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void save();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={620}
      title={`Asked in ${session.label}`}
      transitionProps={{ duration: 0 }}
      onKeyDown={onKeyDown}
    >
      <p className={styles.meaning}>
        Tick what the guide covered. An item that was asked and nobody speaks of is silence; one that was not
        asked is none.
      </p>
      <AskedTools
        search={search}
        others={others}
        onSearch={setSearch}
        onLeave={() => list.current?.querySelector('input')?.focus()}
        onTakeOver={(other) => setAsked(new Set(other.asked))}
        onSetAll={(isAsked) => setAsked(setItems(asked, listIds(found), isAsked))}
      />
      <AskedList
        ref={list}
        groups={found}
        isSearching={search.trim() !== ''}
        asked={asked}
        onChange={(ids, isAsked) => setAsked(setItems(asked, ids, isAsked))}
      />
      {problem !== null && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      <div className={styles.footer}>
        <Button size="compact-sm" title="Ctrl+Enter" onClick={() => void save()}>
          Save
        </Button>
        <Button size="compact-sm" variant="default" onClick={onClose}>
          Cancel
        </Button>
        <span role="status" className={styles.count}>
          {describeAsked([...asked], groups) || 'nothing noted'}
        </span>
      </div>
    </Modal>
  );
}

function listIds(groups: readonly AskedGroup[]): string[] {
  return groups.flatMap(({ items }) => items.map(({ id }) => id));
}
