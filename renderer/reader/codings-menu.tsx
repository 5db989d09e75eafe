import { Button, MultiSelect, Popover, Radio, Stack } from '@mantine/core';
import { IconHighlight } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import type { Coding } from '../../electron/ipc/contract/transcripts.ts';
import { titleOfCode } from '../codes/code-branches.ts';
import { useDisplay } from '../state/display.ts';
import { MenuChoice } from './menu-choice.tsx';
import classes from './reader-menus.module.css';
import { useReading } from './reading.ts';
import { useShowing } from './showing.ts';
import type { Showing } from './shown-codings.ts';

type Props = {
  codings: readonly Coding[];
  codes: readonly Code[];
  /** How many of the codings are shown now. */
  shown: number;
};

/** What highlights and stripes are coloured by, and of which codings. Its button tells when some are not shown. */
export function CodingsMenu({ codings, codes, shown }: Props) {
  const isSome = useShowing(({ showing }) => showing.kind !== 'all');
  return (
    <Popover position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="compact-xs"
          variant={isSome ? 'light' : 'subtle'}
          color={isSome ? 'indigo' : 'gray'}
          className={classes.target ?? ''}
          leftSection={<IconHighlight size={15} stroke={1.6} />}
        >
          {isSome ? `${shown} of ${codings.length} shown` : 'Codings'}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="Codings">
        <div className={classes.choices}>
          <ColourChoice />
          <ShowChoice codings={codings} codes={codes} />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

function ColourChoice() {
  const { colouring, choose } = useDisplay();
  return (
    <MenuChoice
      label="Colour by"
      data={[
        { value: 'code', label: 'Code' },
        { value: 'status', label: 'Status' },
        { value: 'coder', label: 'Coder' },
      ]}
      value={colouring}
      onChange={(chosen) => choose({ colouring: chosen })}
    />
  );
}

function ShowChoice({ codings, codes }: Omit<Props, 'shown'>) {
  const { showing, show } = useShowing();
  const atHand = useReading(({ codeId }) => codeId);
  const codeAtHand = codes.find(({ id }) => id === atHand);
  return (
    <>
      <Radio.Group
        label="Show"
        size="xs"
        value={showing.kind}
        onChange={(kind) => show(toShowing(kind, codeAtHand ? [codeAtHand.id] : []))}
      >
        <Stack gap={6} mt={4}>
          <Radio size="xs" value="all" label="All codings" />
          <Radio size="xs" value="mine" label="Only mine" />
          <Radio
            size="xs"
            value="at hand"
            label={codeAtHand ? `Only the code at hand: ${titleOfCode(codeAtHand)}` : 'Only the code at hand'}
          />
          <Radio size="xs" value="codes" label="Only some codes" />
        </Stack>
      </Radio.Group>
      {showing.kind === 'codes' ? (
        <CodeChoice codings={codings} codes={codes} chosen={showing.codeIds} />
      ) : null}
    </>
  );
}

function toShowing(kind: string, codeIds: readonly number[]): Showing {
  if (kind === 'codes') return { kind, codeIds };
  return kind === 'mine' || kind === 'at hand' ? { kind } : { kind: 'all' };
}

type ChoiceProps = Omit<Props, 'shown'> & { chosen: readonly number[] };

/** The codes of this transcript, and those that were chosen in another one. */
function CodeChoice({ codings, codes, chosen }: ChoiceProps) {
  const { show } = useShowing.getState();
  const data = useMemo(() => {
    const offered = new Set([...codings.map(({ codeId }) => codeId), ...chosen]);
    return codes
      .filter(({ id }) => offered.has(id))
      .map((code) => ({ value: String(code.id), label: titleOfCode(code) }));
  }, [codings, codes, chosen]);
  return (
    <MultiSelect
      size="xs"
      aria-label="Codes to show"
      placeholder={chosen.length === 0 ? 'Choose codes' : ''}
      searchable
      maxDropdownHeight={240}
      comboboxProps={{ withinPortal: false }}
      className={classes.codes ?? ''}
      data={data}
      value={chosen.map(String)}
      onChange={(values) => show({ kind: 'codes', codeIds: values.map(Number) })}
    />
  );
}
