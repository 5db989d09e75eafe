import { expect, it } from 'vitest';
import { toHtmlTable, toTabbedText } from '../../../renderer/tables/sheet-text.ts';

const sheet = {
  head: ['code', 'A'],
  rows: [
    ['=1+1', 2],
    ['a\t"b"\nc', -3],
    ['<b>&', 0.5],
  ],
};

it('cells are parted by tabs, quoted where needed, and no text becomes a formula', () => {
  expect(toTabbedText(sheet)).toBe('code\tA\r\n\'=1+1\t2\r\n"a\t""b""\nc"\t-3\r\n<b>&\t0.5');
});

it('an HTML table holds the same and no markup of its cells', () => {
  expect(toHtmlTable({ head: ['A'], rows: [['<b>&\n"']] })).toBe(
    '<table><thead><tr><th>A</th></tr></thead><tbody><tr><td>&lt;b&gt;&amp;<br>&quot;</td></tr></tbody></table>',
  );
});
