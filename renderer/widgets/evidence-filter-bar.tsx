import { Checkbox, NativeSelect } from '@mantine/core';
import { statusGlyphs } from '../../db/model/coding.ts';
import classes from './evidence-panel.module.css';
import type { EvidenceChoice, EvidenceChoices } from './evidence-rows.ts';

type Props = {
  choices: EvidenceChoices;
  choice: EvidenceChoice;
  onChoose: (choice: EvidenceChoice) => void;
  isBySide: boolean;
  onPartBySide: (isBySide: boolean) => void;
};

/** Narrows the list; a filter with a single choice is not offered. */
export function EvidenceFilterBar({ choices, choice, onChoose, isBySide, onPartBySide }: Props) {
  const statusOptions = choices.statuses.map((status) => ({
    value: status,
    label: `${statusGlyphs[status]} ${status}`,
  }));
  const coderOptions = choices.coders.map(({ id, name }) => ({ value: String(id), label: name }));
  const findStatus = (value: string) => choices.statuses.find((status) => status === value) ?? null;
  return (
    <div className={classes.filters}>
      {statusOptions.length > 1 && (
        <NativeSelect
          size="xs"
          aria-label="Status"
          data={[{ value: '', label: 'Any status' }, ...statusOptions]}
          value={choice.status ?? ''}
          onChange={({ currentTarget }) => onChoose({ ...choice, status: findStatus(currentTarget.value) })}
        />
      )}
      {choices.techniques.length > 1 && (
        <NativeSelect
          size="xs"
          aria-label="Technique"
          data={[{ value: '', label: 'Any technique' }, ...choices.techniques]}
          value={choice.technique ?? ''}
          onChange={({ currentTarget }) => onChoose({ ...choice, technique: currentTarget.value || null })}
        />
      )}
      {coderOptions.length > 1 && (
        <NativeSelect
          size="xs"
          aria-label="Coder"
          data={[{ value: '', label: 'Any coder' }, ...coderOptions]}
          value={choice.coderId === null ? '' : String(choice.coderId)}
          onChange={({ currentTarget }) =>
            onChoose({ ...choice, coderId: currentTarget.value === '' ? null : Number(currentTarget.value) })
          }
        />
      )}
      <Checkbox
        size="xs"
        label="For and against"
        checked={isBySide}
        onChange={({ currentTarget }) => onPartBySide(currentTarget.checked)}
      />
    </div>
  );
}
