import { ActionIcon, Button, NativeSelect, NumberInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { CodeChoiceList } from './code-choice.tsx';
import classes from './condition-editor.module.css';
import { allRelations, type Relation, type RelationName, withRelation } from './condition-edits.ts';
import { Pill } from './pill.tsx';
import { describeCodes } from './question-words.ts';
import type { Vocabulary } from './use-names.ts';

type Props = {
  relation: Relation;
  isNot: boolean;
  vocabulary: Vocabulary;
  onChange: (relation: Relation, isNot: boolean) => void;
  onRemove: () => void;
  /** Asks something of the other excerpt too; undefined where that is done or would go too deep. */
  onNest: (() => void) | undefined;
};

/** The relations in the words of the editor, for when they must hold and for when they must not. */
const words: Record<RelationName, [holds: string, not: string]> = {
  overlapping: ['overlapping: also coded with', 'but not coded with'],
  'same passage': ['on the very same passage as', 'not on the very same passage as'],
  inside: ['inside an excerpt of', 'not inside an excerpt of'],
  containing: ['containing an excerpt of', 'not containing an excerpt of'],
  near: ['near: within some turns of', 'not within some turns of'],
  'followed by': ['followed within some turns by', 'not followed within some turns by'],
  'preceded by': ['preceded within some turns by', 'not preceded within some turns by'],
};

const choices = allRelations.flatMap((name) => [
  { name, isNot: false, value: `${name}`, label: words[name][0] },
  { name, isNot: true, value: `not ${name}`, label: words[name][1] },
]);
const options = [
  { group: 'There is one', items: choices.filter(({ isNot }) => !isNot).map(toOption) },
  { group: 'There is none', items: choices.filter(({ isNot }) => isNot).map(toOption) },
];

function toOption({ value, label }: { value: string; label: string }) {
  return { value, label };
}

/** One statement: how another coding lies to the excerpt, and of which codes it is. */
export function RelationRow({ relation, isNot, vocabulary, onChange, onRemove, onNest }: Props) {
  const { codes } = relation.target;
  const setTarget = (target: Relation['target']) => onChange({ ...relation, target }, isNot);
  return (
    <div className={classes.row}>
      <NativeSelect
        size="xs"
        className={classes.relation ?? ''}
        aria-label="How it lies to the excerpt"
        data={options}
        value={isNot ? `not ${relation.is}` : relation.is}
        onChange={({ currentTarget }) => {
          const choice = choices.find(({ value }) => value === currentTarget.value);
          if (choice) onChange(withRelation(relation, choice.name), choice.isNot);
        }}
      />
      <ActionIcon size="sm" aria-label="Remove the statement" onClick={onRemove}>
        <IconX size={14} aria-hidden />
      </ActionIcon>
      <div className={classes.target}>
        {'turns' in relation && (
          <NumberInput
            size="xs"
            w={104}
            min={0}
            max={1000}
            allowDecimal={false}
            clampBehavior="strict"
            suffix={relation.turns === 1 ? ' turn' : ' turns'}
            aria-label="Turns at most"
            value={relation.turns}
            onChange={(turns) => typeof turns === 'number' && onChange({ ...relation, turns }, isNot)}
          />
        )}
        <Pill
          name="Codes"
          width={320}
          isBare
          value={codes === null ? 'any code' : describeCodes(codes, vocabulary.names)}
        >
          <CodeChoiceList
            label="Codes of the statement"
            codes={vocabulary.codes}
            value={codes}
            onChange={(next) => setTarget({ ...relation.target, codes: next })}
          />
        </Pill>
        {onNest && (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={onNest}>
            that itself …
          </Button>
        )}
      </div>
    </div>
  );
}
