import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import type { Coding } from '../../electron/ipc/contract/transcripts.ts';
import { useShownCoders } from '../state/coders.ts';
import { useCoders } from '../state/queries.ts';
import { type Chosen, listChosen, nothingChosen } from './chosen-codings.ts';
import { CodingRows } from './coding-rows.tsx';
import { CodingsFilter } from './codings-filter.tsx';
import classes from './codings-list.module.css';
import { arrangeCodings, type CodingOrder, indexCodes } from './listed-codings.ts';
import { SeveralBar } from './several-bar.tsx';
import { deleteSeveral, saySeveral } from './several-codings.ts';
import { findWordOfKey } from './word-keys.ts';

type Props = { codings: readonly Coding[]; codes: readonly Code[] };

/** The codings of the transcript in words: for those who do not see highlights, and to change several of them at once. */
export function CodingsList({ codings, codes }: Props) {
  const [filter, setFilter] = useState('');
  const [order, setOrder] = useState<CodingOrder>('place');
  const list = useArranged(codings, codes, filter, order);
  const ids = useMemo(() => list.map(({ id }) => id), [list]);
  const [chosen, setChosen] = useState<Chosen>(nothingChosen);
  const [isChangingCode, setIsChangingCode] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const chosenIds = listChosen(chosen, ids);

  if (codings.length === 0)
    return <p className={classes.hint}>Nothing is coded here yet. Select text to code it.</p>;
  return (
    <div className={classes.root}>
      <CodingsFilter {...{ filter, setFilter, order, setOrder }} shown={list.length} total={codings.length} />
      <CodingRows
        {...{ list, codes, ids, chosen, box }}
        onChange={setChosen}
        onKey={(event) => handleListKey(event, chosenIds, () => setIsChangingCode(true))}
      />
      {chosenIds.length > 1 || isChangingCode ? (
        <SeveralBar
          codings={list.filter(({ id }) => chosen.ids.has(id))}
          codes={codes}
          isChangingCode={isChangingCode}
          onChangingCode={setIsChangingCode}
          onLeave={() => box.current?.focus()}
        />
      ) : null}
    </div>
  );
}

function useArranged(
  codings: readonly Coding[],
  codes: readonly Code[],
  filter: string,
  order: CodingOrder,
): Coding[] {
  const { data: coders } = useCoders();
  const { ids: shownCoders } = useShownCoders();
  return useMemo(() => {
    const named = {
      codes: indexCodes(codes),
      coders: new Map((coders ?? []).map(({ id, name }) => [id, name])),
    };
    const shown = shownCoders ? codings.filter(({ coderId }) => shownCoders.includes(coderId)) : codings;
    return arrangeCodings(shown, named, filter, order);
  }, [codings, codes, coders, shownCoders, filter, order]);
}

/** What keys do to the chosen codings; true when one did something. */
function handleListKey(
  event: KeyboardEvent,
  chosenIds: readonly number[],
  onChangeCode: () => void,
): boolean {
  if (chosenIds.length === 0) return false;
  const words = findWordOfKey(event);
  if (words) void saySeveral(chosenIds, words);
  else if (event.ctrlKey || event.metaKey || event.altKey) return false;
  else if (event.key === 'Delete' || event.key === 'Backspace') void deleteSeveral(chosenIds);
  else if (event.key.toLowerCase() === 'c') onChangeCode();
  else return false;
  return true;
}
