import { Button } from '@mantine/core';
import type { ReadingChange } from './file-reading.ts';
import type { DraftFile } from './import-draft.ts';
import { useImport } from './import-store.ts';
import { rereadFiles } from './read-files.ts';

type Props = { path: string; change: ReadingChange; isReady: boolean };

/** The way to read other files as this one: the other selected rows, or where only this one is selected, all. */
export function UseForOthers({ path, change, isReady }: Props) {
  const files = useImport(({ draft }) => draft.files);
  const selected = useImport(({ selection }) => selection.paths);
  const isForSelected = selected.size > 1 && selected.has(path);
  const others = files.filter(
    (file) =>
      file.path !== path && (!isForSelected || selected.has(file.path)) && isReadOtherwise(file, change),
  );
  if (!isReady || others.length === 0) return null;
  const which = isForSelected ? 'selected ' : 'other ';
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      onClick={() => void rereadFiles(new Set(others.map((file) => file.path)), change)}
    >
      Use for {others.length.toLocaleString('en')} {which}
      {others.length === 1 ? 'file' : 'files'}
    </Button>
  );
}

/** A character set is for files of text only. */
function isReadOtherwise(file: DraftFile, { charset, rule }: ReadingChange): boolean {
  const hasOtherCharset =
    charset !== undefined && file.preview.charset !== null && file.preview.charset !== charset;
  return hasOtherCharset || (rule !== undefined && JSON.stringify(file.rule) !== JSON.stringify(rule));
}
