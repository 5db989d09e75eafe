import { describe, expect, it } from 'vitest';
import { loadFigureFonts } from '../../../electron/export/figure-fonts.ts';
import { layOutRuns } from '../../../electron/export/figure-text.ts';
import { findSystemFont } from '../../../electron/export/system-fonts.ts';
import type { SceneText } from '../../../renderer/figures/scene.ts';
import { measureText } from '../../../renderer/figures/text-metrics.ts';

const fonts = loadFigureFonts('node_modules/@expo-google-fonts/source-sans-3');
const hasHebrew = findSystemFont('א', false) !== undefined;
const hasArabic = findSystemFont('س', false) !== undefined;

function lineOf(text: string): SceneText {
  const width = measureText(text, 7);
  return {
    kind: 'text',
    x: 10,
    y: 10,
    text,
    sizePt: 7,
    weight: 400,
    fill: '#000000',
    anchor: 'start',
    width,
  };
}

describe('runs of a line', () => {
  it('are one for text that Source Sans 3 has', () => {
    const runs = layOutRuns(lineOf('Ελληνική Packaging é'), fonts);
    expect(runs.map(({ text, source }) => [text, source.id])).toEqual([
      ['Ελληνική Packaging é', 'source-sans-400'],
    ]);
  });

  it('never take more than the width that the figure reserves', () => {
    const [run] = layOutRuns({ ...lineOf('Packaging'), width: 5 }, fonts);
    const natural = layOutRuns({ ...lineOf('Packaging'), width: 50 }, fonts)[0];
    expect(natural?.scale).toBe(1);
    expect(run?.scale).toBeLessThan(0.6);
  });

  it.runIf(hasHebrew)(
    'run from right to left in Hebrew, with numbers and Latin words from left to right',
    () => {
      const runs = layOutRuns(lineOf('אב 12 (גד) AB'), fonts);
      expect(runs.map(({ text }) => text.trim()).filter(Boolean)).toEqual(['AB', ')גד(', '12', 'אב']);
      expect(runs.map(({ x }) => x)).toEqual([...runs.map(({ x }) => x)].sort((a, b) => a - b));
    },
  );

  it.runIf(hasHebrew)('embed Hebrew in an English line', () => {
    const runs = layOutRuns(lineOf('Bank אב גד Ltd'), fonts);
    expect(runs.map(({ text }) => text.trim())).toEqual(['Bank', 'אב גד', 'Ltd']);
  });

  it.runIf(hasArabic)('join Arabic letters also after outlines were read', () => {
    const [run] = layOutRuns(lineOf('الاصطناعي الأوسط'), fonts);
    const source = run?.source;
    const shaped = source?.font.layout('الأوسط', []).glyphs.map(({ id }) => id);
    for (const code of source?.outlines.characterSet.filter((each) => each >= 0x600 && each < 0x700) ?? []) {
      expect(source?.outlines.glyphForCodePoint(code).path).toBeDefined();
    }
    layOutRuns(lineOf('الاصطناعي'), fonts);
    expect(source?.font.layout('الأوسط', []).glyphs.map(({ id }) => id)).toEqual(shaped);
    const isolated = source?.font.glyphForCodePoint(0x637).id;
    expect(shaped).not.toContain(isolated);
  });
});
