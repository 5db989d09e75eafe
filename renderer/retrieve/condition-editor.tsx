import { ActionIcon, Button, NativeSelect, NumberInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { AddStatement } from './add-statement.tsx';
import classes from './condition-editor.module.css';
import {
  type ConditionGroup,
  fromRow,
  listRows,
  toGroup,
  withJoiner,
  withPart,
  withTargetCondition,
} from './condition-edits.ts';
import { RelationRow } from './relation-row.tsx';
import type { Vocabulary } from './use-names.ts';

type Props = {
  group: ConditionGroup;
  vocabulary: Vocabulary;
  onChange: (group: ConditionGroup) => void;
  /** How deep it lies in others. */
  depth?: number;
};

/** Groups within groups beyond this are not offered: nobody could read them. */
const deepestGroup = 2;

const joiners: { value: ConditionGroup['is']; label: string }[] = [
  { value: 'and', label: 'all of these hold' },
  { value: 'or', label: 'any of these holds' },
  { value: 'at least', label: 'at least … of these hold' },
];

/** What must be, or must not be, around an excerpt: statements one beneath the other, and groups of them. */
export function ConditionEditor({ group, vocabulary, onChange, depth = 0 }: Props) {
  return (
    <div className={classes.group} data-nested={depth > 0 || undefined}>
      {(group.of.length > 1 || depth > 0) && <JoinerField group={group} onChange={onChange} />}
      {listRows(group).map(({ place, row }) => {
        const set = (next: typeof row | null) => onChange(withPart(group, place, next && fromRow(next)));
        return (
          <div key={`${place} of ${group.of.length}`} className={classes.part}>
            {'target' in row.what ? (
              <RelationRow
                relation={row.what}
                isNot={row.isNot}
                vocabulary={vocabulary}
                onChange={(what, isNot) => set({ isNot, what })}
                onRemove={() => set(null)}
                onNest={
                  depth < deepestGroup && row.what.target.condition === null
                    ? () => set(withTargetCondition(row, { is: 'and', of: [] }))
                    : undefined
                }
              />
            ) : (
              <NestedGroup
                group={row.what}
                isNot={row.isNot}
                vocabulary={vocabulary}
                depth={depth + 1}
                onChange={(what) => set({ isNot: row.isNot, what })}
                onNegate={(isNot) => set({ ...row, isNot })}
                onRemove={() => set(null)}
              />
            )}
            {'target' in row.what && row.what.target.condition && (
              <ItselfHead onRemove={() => set(withTargetCondition(row, null))} />
            )}
            {'target' in row.what && row.what.target.condition && (
              <ConditionEditor
                group={toGroup(row.what.target.condition)}
                vocabulary={vocabulary}
                depth={depth + 1}
                onChange={(inner) => set(withTargetCondition(row, inner))}
              />
            )}
          </div>
        );
      })}
      <div className={classes.add}>
        <AddStatement
          codes={vocabulary.codes}
          onAdd={(part) => onChange({ ...group, of: [...group.of, part] })}
          onReplaceLast={(part) => onChange(withPart(group, group.of.length - 1, part))}
        />
        {depth < deepestGroup && group.of.length > 0 && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            onClick={() => onChange({ ...group, of: [...group.of, { is: 'at least', number: 1, of: [] }] })}
          >
            Add a group
          </Button>
        )}
      </div>
    </div>
  );
}

function JoinerField({ group, onChange }: Pick<Props, 'group' | 'onChange'>) {
  return (
    <div className={classes.joiner}>
      <NativeSelect
        size="xs"
        aria-label="How these statements go together"
        data={joiners}
        value={group.is}
        onChange={({ currentTarget }) => {
          const joiner = joiners.find(({ value }) => value === currentTarget.value);
          if (joiner) onChange(withJoiner(group, joiner.value));
        }}
      />
      {group.is === 'at least' && (
        <NumberInput
          size="xs"
          w={64}
          min={1}
          max={Math.max(1, group.of.length)}
          allowDecimal={false}
          clampBehavior="strict"
          aria-label="How many of these must hold"
          value={group.number}
          onChange={(number) => typeof number === 'number' && onChange({ ...group, number })}
        />
      )}
    </div>
  );
}

/** Above what the other excerpt must be itself. */
function ItselfHead({ onRemove }: { onRemove: () => void }) {
  return (
    <div className={classes.itself}>
      <span>that is itself</span>
      <ActionIcon size="sm" aria-label="Ask nothing of the other excerpt" onClick={onRemove}>
        <IconX size={14} aria-hidden />
      </ActionIcon>
    </div>
  );
}

type NestedProps = Required<Props> & {
  isNot: boolean;
  onNegate: (isNot: boolean) => void;
  onRemove: () => void;
};

function NestedGroup({ isNot, onNegate, onRemove, ...editor }: NestedProps) {
  return (
    <div className={classes.nested}>
      <div className={classes.nestedHead}>
        <NativeSelect
          size="xs"
          aria-label="Whether the group must hold"
          data={[
            { value: '', label: 'and this:' },
            { value: 'not', label: 'and not this:' },
          ]}
          value={isNot ? 'not' : ''}
          onChange={({ currentTarget }) => onNegate(currentTarget.value === 'not')}
        />
        <ActionIcon size="sm" aria-label="Remove the group" onClick={onRemove}>
          <IconX size={14} aria-hidden />
        </ActionIcon>
      </div>
      <ConditionEditor {...editor} />
    </div>
  );
}
