import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type AttributeKind, attributeKinds } from '../../db/model/attribute.ts';
import type { Attribute } from '../../electron/ipc/contract/people.ts';
import { messageOf } from '../api.ts';
import styles from './participants.module.css';
import { saveAttribute } from './people-actions.ts';

type Props = { attribute?: Attribute; onSaved: () => void };

/** Name, kind and choices of an attribute, new or known. What the study refuses is said under the fields. */
export function AttributeForm({ attribute, onSaved }: Props) {
  const [name, setName] = useState(attribute?.name ?? '');
  const [kind, setKind] = useState<AttributeKind>(attribute?.kind ?? 'text');
  const [choices, setChoices] = useState(attribute?.choices.join('\n') ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return setProblem('The name is missing.');
    try {
      const fields = { name: name.trim(), kind, choices: kind === 'choice' ? toLines(choices) : [] };
      await saveAttribute(attribute ? { ...fields, id: attribute.id } : fields);
      onSaved();
    } catch (error) {
      setProblem(messageOf(error));
    }
  };
  return (
    <form className={styles.attributeForm} onSubmit={(event) => void save(event)}>
      <TextInput
        size="xs"
        label="Name"
        placeholder="Years in the company"
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NativeSelect
        size="xs"
        label="Kind"
        data={[...attributeKinds]}
        value={kind}
        onChange={(event) =>
          setKind(attributeKinds.find((one) => one === event.currentTarget.value) ?? 'text')
        }
      />
      {kind === 'choice' && (
        <Textarea
          size="xs"
          label="Choices"
          description="One on each line"
          autosize
          minRows={3}
          maxRows={10}
          value={choices}
          onChange={(event) => setChoices(event.currentTarget.value)}
        />
      )}
      {problem !== null && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      <Button type="submit" size="compact-sm">
        {attribute ? 'Save' : 'Add attribute'}
      </Button>
    </form>
  );
}

function toLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
