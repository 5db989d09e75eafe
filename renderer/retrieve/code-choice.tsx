import { Checkbox } from '@mantine/core';
import { useMemo } from 'react';
import type { CodeChoice } from '../../db/model/retrieval.ts';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import { titleOfCode } from '../codes/code-branches.ts';
import { CodeDot } from '../codes/code-dot.tsx';
import { rankCodes } from '../codes/code-search.ts';
import { useShownCoders } from '../state/coders.ts';
import { type Choice, ChoiceList } from './choice-list.tsx';

type Props = {
  label: string;
  codes: readonly Code[];
  /** Null for any code. */
  value: CodeChoice | null;
  onChange: (value: CodeChoice | null) => void;
};

/** Chooses codes, with or without what stands beneath them; none chosen means any code. */
export function CodeChoiceList({ label, codes, value, onChange }: Props) {
  // Numbers would tell of the work of coders who are hidden.
  const isCounted = useShownCoders().ids === undefined;
  const choices = useMemo(() => codes.map((code) => toChoice(code, isCounted)), [codes, isCounted]);
  const { ids, withSubCodes } = value ?? { ids: [], withSubCodes: true };
  return (
    <>
      <ChoiceList
        label={label}
        choices={choices}
        chosen={new Set(ids.map(String))}
        find={(typed) => rankCodes(codes, typed).map((code) => toChoice(code, isCounted))}
        onToggle={(chosen) => {
          const id = Number(chosen);
          const next = ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
          onChange(next.length === 0 ? null : { ids: next, withSubCodes });
        }}
      />
      <Checkbox
        size="xs"
        mt={8}
        label="With sub-codes"
        checked={withSubCodes}
        disabled={value === null}
        onChange={({ currentTarget }) => value && onChange({ ...value, withSubCodes: currentTarget.checked })}
      />
    </>
  );
}

const toChoice = (code: Code, isCounted: boolean): Choice => ({
  value: String(code.id),
  label: titleOfCode(code),
  ...(isCounted && { hint: `${code.codings}` }),
  mark: <CodeDot code={code} />,
});
