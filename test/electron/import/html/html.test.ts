import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { parseTranscriptFile } from '../../../../electron/import/transcript-file.ts';
import { damage, damages, expectReadOrRefused } from '../../../support/damaged-files.ts';

const folder = join(import.meta.dirname, '../../../fixtures/transcripts');
const names = readdirSync(folder).filter((name) => /\.x?html?$/.test(name));

function readPage(markup: string | Buffer, name = 'a.html') {
  return parseTranscriptFile({ name, bytes: Buffer.from(markup) });
}

describe('a web page', () => {
  it('keeps the words of every paragraph, with white space as browsers show it', async () => {
    const words = fc.string({
      unit: fc.oneof(
        fc.constantFrom(' ', '\n', '\t', '<', '&', '🙂'),
        fc.string({ unit: 'grapheme', maxLength: 1 }),
      ),
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(words, { maxLength: 8 }), async (paragraphs) => {
        const written = ['P1: Yes.', ...paragraphs].map((text) => text.replace(/[\0\uFEFF\u00A0]/g, ''));
        const markup = written
          .map((text) => `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
          .join('\n');
        const shown = written
          .map((text) => text.replace(/[ \t\r\n\f]+/g, ' ').replace(/^ | $/g, ''))
          .filter((text) => text !== '');
        expect((await readPage(markup)).text).toBe(shown.join('\n'));
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['<p>P1: a<p>b', 'P1: a\nb'],
    ['P1: a<br>b<br/>c</br>d', 'P1: a\nb\nc\nd'],
    ['<p>P1: a</p><p><br></p><p>b</p><p>&nbsp;</p><p>c', 'P1: a\n\nb\n\nc'],
    ['<p>P1: a <b> b</b> c<i></i> d', 'P1: a b c d'],
    ['<p>P1: a&nbsp;&nbsp;b &nbsp;', 'P1: a\u00A0\u00A0b'],
    ['<ol start=3><li>a<li>b<ol type=i><li>c</ol></ol><p>d', '3. a\n4. b\n  i. c\nd'],
    ['<ul><li><p>a</p><p>b</p></li><li></li><li value=7>c</ul>', '• a\nb\n• c'],
    ['<ul style="list-style: none"><li>a<li>b</ul>', 'a\nb'],
    ['<table><tr><td><p>a</p><p>b</p><td></td><td>c</table>d', 'a\nb\t\tc\nd'],
    ['<div>a<table><tr><td>b</table>c</div>', 'a\nb\nc'],
    ['<pre>\n a\n\n  b</pre>c', ' a\n\n  b\nc'],
    ['<p>a<script>b</script><style>c</style><textarea>d</textarea></p><title>e</title>', 'ad'],
    ['<p>a<select><option>b</select><svg><title>c</title><text>d</text></svg>e', 'ae'],
    ['<p style="white-space:pre">a\tb  c', 'a\tb  c'],
    ['<p>a<!-- b -->c<![CDATA[d]]>', 'ac'],
    ['<p>1 < 2 &lt; 3 &amp;amp; &copy;&#8230;&#xD800;', '1 < 2 < 3 &amp; ©…\uFFFD'],
    ['<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rt>じ</ruby>', '漢字'],
    ['<p>a</div></span></table>b', 'ab'],
    ['<dl><dt>P1<dd>a<dd>b<dt>P2<dt>P3<dd>c</dl>', 'P1\ta\nb\nP2\nP3\tc'],
  ])('%s is read as %j', async (markup, text) => {
    expect((await readPage(`<html><body>${markup}`)).text).toBe(text);
  });

  it('shows who is in bold: elements, styles and classes, but no headings', async () => {
    const speakers = async (head: string) => {
      const turn = (name: string) => `<p>${head.replace('NAME', name)} words`;
      const { speakers: found } = await readPage(
        `<html><style>.x{font-weight:bold}</style>${['Ann', 'Bob', 'Ann', 'Bob'].map(turn).join('')}`,
      );
      return found.map(({ label }) => label);
    };
    expect(await speakers('<b>NAME</b>')).toEqual(['Ann', 'Bob']);
    expect(await speakers('<span style="color:red; font-weight: 700">NAME</span>')).toEqual(['Ann', 'Bob']);
    expect(await speakers('<span class="y x">NAME</span>')).toEqual(['Ann', 'Bob']);
    expect(await speakers('<b style="font-weight:normal">NAME</b>')).toEqual([]);
    expect(await speakers('<span style="mso-bidi-font-weight:bold">NAME</span>')).toEqual([]);
  });

  it('has nobody speak in its footnotes, unless the page goes on behind them', async () => {
    const notes = '<div class="footnotes"><p>I: a note</p></div>';
    const labels = async (markup: string) => (await readPage(markup)).turns.map(({ label }) => label);
    expect(await labels(`<html><p>P1: a</p><p>I: b</p>${notes}`)).toEqual(['P1', 'I', null]);
    expect(await labels(`<html><p>P1: a</p>${notes}<p>I: b</p>`)).toEqual(['P1', 'I', 'I']);
  });

  it.each([
    ['windows-1251', '<meta charset="windows-1251">', 'Интервьюер: Что нового?'],
    [
      'iso-8859-2',
      '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-2">',
      'P1: Żółć i źdźbło.',
    ],
    ['windows-1252', '<meta content="text/html; charset=iso-8859-1">', 'P1: „Größe“ – 5 €'],
    ['euc-kr', '<meta charset=euc-kr>', '면접자: 무엇이 새롭습니까?'],
    ['utf-16le', '<meta charset=unicode>', 'P1: Größe 为什么 🙂'],
    ['utf-8', '<meta charset=iso-8859-1>', 'P1: Größe'],
  ])('in %s is decoded as it states, unless it is UTF-8', async (charset, meta, words) => {
    const markup = `<html><head>${meta}</head><body><p>${words}`;
    const parsed = await readPage(iconv.encode(markup, charset, { addBOM: charset === 'utf-16le' }));
    expect([parsed.charset, parsed.text]).toEqual([charset, words]);
    expect(parsed.notes).toEqual([]);
  });

  it('is recognised by how it begins whatever it is called, or by any tag when it is called so', async () => {
    const read = async (name: string, markup: string) => (await readPage(markup, name)).format;
    expect(await read('a.doc', '<html><p>P1: Yes.')).toBe('Web page');
    expect(await read('a.txt', '\n<!-- x --><!DOCTYPE HTML><p>P1: Yes.')).toBe('Web page');
    expect(await read('a.htm', 'P1: Yes.<br>')).toBe('Web page');
    expect(await read('a.html', 'P1: 1 < 2')).toBe('Plain text');
    expect(await read('a.txt', '<p>P1: Yes.')).toBe('Plain text');
  });

  it.each([
    ['elements in each other', `${'<div>'.repeat(100_000)}P1: Yes.`],
    ['lists in each other', `${'<ul><li>'.repeat(100_000)}P1: Yes.`],
    ['tables in each other', `${'<table><tr><td>'.repeat(100_000)}P1: Yes.`],
    [
      'end tags without elements',
      `<b><table><tr><td>${'<i>'.repeat(100_000)}P1: Yes.${'</b>'.repeat(100_000)}`,
    ],
    ['paragraphs in bold without end', `P1: Yes.${'<p><b>'.repeat(100_000)}`],
    ['line ends', `P1: Yes.${'<br>'.repeat(500_000)}`],
    ['tags without end', `P1: Yes.${'<a '.repeat(300_000)}`],
  ])('with a hundred thousand %s is read in time', async (_, markup) => {
    expect((await readPage(`<html>${markup}`)).text.trim()).toContain('P1: Yes.');
  });

  it('with a tag that has attributes without end is refused in a sentence', async () => {
    const attributes = Array.from({ length: 200_000 }, (_, index) => `a${index}`).join(' ');
    await expect(readPage(`<html><p ${attributes}>P1: Yes.`)).rejects.toThrow(
      'has a tag with more attributes than',
    );
  });

  it.each(names)('%s is read or refused however it is damaged', async (name) => {
    const bytes = readFileSync(join(folder, name));
    await fc.assert(
      fc.asyncProperty(damages, (all) => expectReadOrRefused(name, damage(bytes, all))),
      { numRuns: 60 },
    );
  });
});
