import { ActionIcon, Popover } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Attribute } from '../../electron/ipc/contract/people.ts';
import { runAction } from '../widgets/run-action.ts';
import { AttributeForm } from './attribute-form.tsx';
import styles from './participants.module.css';
import { deleteAttribute, orderAttributes } from './people-actions.ts';

type Props = { attribute: Attribute; attributes: readonly Attribute[] };

/** The head of an attribute's column; it opens what can be done with the attribute. */
export function AttributeHead({ attribute, attributes }: Props) {
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-start"
      shadow="md"
      width={260}
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <button
          type="button"
          className={styles.attributeHead}
          title={`${attribute.name}: ${attribute.kind}. Click to change it.`}
          aria-label={`Attribute ${attribute.name}`}
          onClick={() => setOpen((was) => !was)}
        >
          {attribute.name}
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={`Attribute ${attribute.name}`}>
        {isOpen && <AttributeForm attribute={attribute} onSaved={close} />}
        <AttributeMoves attribute={attribute} attributes={attributes} onDone={close} />
      </Popover.Dropdown>
    </Popover>
  );
}

function AttributeMoves({ attribute, attributes, onDone }: Props & { onDone: () => void }) {
  const { id, name } = attribute;
  const ids = attributes.map((one) => one.id);
  const at = ids.indexOf(id);
  const moveTo = (place: number) => {
    const others = ids.filter((one) => one !== id);
    void runAction(() => orderAttributes([...others.slice(0, place), id, ...others.slice(place)]));
  };
  const remove = () => {
    onDone();
    void runAction(() => deleteAttribute(id));
  };
  return (
    <div className={styles.attributeMoves}>
      {at > 0 && (
        <ActionIcon size="sm" aria-label={`Move ${name} to the left`} onClick={() => moveTo(at - 1)}>
          <IconArrowLeft size={15} stroke={1.6} />
        </ActionIcon>
      )}
      {at < ids.length - 1 && (
        <ActionIcon size="sm" aria-label={`Move ${name} to the right`} onClick={() => moveTo(at + 1)}>
          <IconArrowRight size={15} stroke={1.6} />
        </ActionIcon>
      )}
      <ActionIcon
        size="sm"
        ml="auto"
        aria-label={`Delete attribute ${name}`}
        title={`Delete attribute ${name} with its values (undo brings them back)`}
        onClick={remove}
      >
        <IconTrash size={15} stroke={1.6} />
      </ActionIcon>
    </div>
  );
}
