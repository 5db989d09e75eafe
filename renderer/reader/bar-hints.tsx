import { Kbd, Text } from '@mantine/core';
import type { BarOption } from './bar-options.ts';
import classes from './code-bar.module.css';
import { useReading } from './reading.ts';

type Props = {
  /** The code at hand. */
  option: BarOption | undefined;
  onInVivo: (() => void) | undefined;
  onMemo: (() => void) | undefined;
};

/** The foot of the code bar: what the code at hand means, where no pane tells it, and what else can be done. */
export function BarHints({ option, onInVivo, onMemo }: Props) {
  const areDetailsShown = useReading((reading) => reading.areDetailsShown);
  const definition = option?.kind === 'code' && !areDetailsShown ? option.code.definition : '';
  return (
    <div className={classes.foot}>
      {definition === '' ? null : (
        <Text size="xs" lineClamp={4} className={classes.definition}>
          {definition}
        </Text>
      )}
      <div className={classes.hints}>
        {onInVivo ? <Hint label="In vivo" keys="Ctrl+Enter" onClick={onInVivo} /> : null}
        {onMemo ? <Hint label="Memo" keys="Ctrl+M" onClick={onMemo} /> : null}
        <span className={classes.hint}>
          <Kbd size="xs">Enter</Kbd> {wordsForEnter(option)}
        </span>
      </div>
    </div>
  );
}

function wordsForEnter(option: BarOption | undefined): string {
  if (option?.kind === 'new') return 'make and apply';
  return option?.isLast ? 'again' : 'apply';
}

function Hint({ label, keys, onClick }: { label: string; keys: string; onClick: () => void }) {
  return (
    <button type="button" className={classes.hint} onClick={onClick}>
      {label} <Kbd size="xs">{keys}</Kbd>
    </button>
  );
}
