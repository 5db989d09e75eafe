import type { RefObject } from 'react';
import classes from './reader.module.css';
import type { TextMap } from './text-map.ts';

type Props = {
  map: TextMap;
  sheet: RefObject<HTMLElement | null>;
  offset: number;
  /** Changes with the size of the text, so that the caret moves with it. */
  textSize: string | null;
};

/** The caret of a text that cannot be edited: browsers draw none there, yet keys move it. */
export function Caret({ map, sheet, offset }: Props) {
  const sheetBox = sheet.current?.getBoundingClientRect();
  if (!sheetBox) return null;
  const box = map.measureEdge(offset, 'start');
  return (
    <span
      className={classes.caret}
      aria-hidden="true"
      style={{ top: box.top - sheetBox.top, left: box.left - sheetBox.left, height: box.height }}
    />
  );
}
