import { Select } from '@mantine/core';
import { useState } from 'react';
import { titleOfCode } from '../codes/code-branches.ts';
import { findCodeByName, rankCodes } from '../codes/code-search.ts';
import { useCodes } from '../state/queries.ts';

/** A code there is, or the name of a new open code. */
export type ChosenCode = { codeId: number } | { newCodeName: string };

type Props = { value: ChosenCode | null; onChoose: (code: ChosenCode | null) => void };

const newPrefix = 'new ';

/** Chooses a code by typing; a name that no code has makes a new one. */
export function CodeChoice({ value, onChoose }: Props) {
  const codes = useCodes().data ?? [];
  const [typed, setTyped] = useState('');
  const chosenName = value && 'newCodeName' in value ? value.newCodeName : null;
  const query = typed.trim();
  const chosen = value && 'codeId' in value ? codes.find(({ id }) => id === value.codeId) : undefined;
  const isChosenShown = query === chosenName || (chosen && query === titleOfCode(chosen));
  const found = rankCodes(codes, isChosenShown ? '' : query);
  const newName = query !== '' && !isChosenShown && !findCodeByName(codes, query) ? query : chosenName;
  return (
    <Select
      label="Code"
      placeholder="Type a code, or a new one"
      searchable
      nothingFoundMessage="Type the name of a new code."
      limit={100}
      maxDropdownHeight={320}
      data={[
        ...found.map((code) => ({ value: String(code.id), label: titleOfCode(code) })),
        ...(newName === null ? [] : [{ value: newPrefix + newName, label: `New code “${newName}”` }]),
      ]}
      filter={({ options }) => options}
      value={toValue(value)}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(next) => onChoose(next === null ? null : fromValue(next))}
    />
  );
}

function toValue(code: ChosenCode | null): string | null {
  if (code === null) return null;
  return 'codeId' in code ? String(code.codeId) : newPrefix + code.newCodeName;
}

function fromValue(value: string): ChosenCode {
  return value.startsWith(newPrefix)
    ? { newCodeName: value.slice(newPrefix.length) }
    : { codeId: Number(value) };
}
