import { readFileSync } from 'node:fs';
import { create } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { breakText } from '../../../renderer/figures/paragraph.ts';
import { mmPerPoint } from '../../../renderer/figures/scene.ts';
import { isCovered, measureText } from '../../../renderer/figures/text-metrics.ts';

const folder = 'node_modules/@expo-google-fonts/source-sans-3';
const style = { sizePt: 7, weight: 400, fill: '#000000' } as const;

describe('text metrics', () => {
  it.each([
    [400, '400Regular/SourceSans3_400Regular.ttf'],
    [600, '600SemiBold/SourceSans3_600SemiBold.ttf'],
    [700, '700Bold/SourceSans3_700Bold.ttf'],
  ] as const)('hold the advance of every character of Source Sans 3 in weight %i', (weight, file) => {
    const font = create(readFileSync(`${folder}/${file}`));
    if (!('layout' in font)) throw new Error('A collection was not expected.');
    const wrong = font.characterSet
      .filter((code) => code >= 32)
      .filter((code) => {
        const em = font.glyphForCodePoint(code).advanceWidth / font.unitsPerEm;
        return Math.abs(measureText(String.fromCodePoint(code), 1, weight) - em * mmPerPoint) > 0.0006;
      });
    expect(wrong).toEqual([]);
    expect(isCovered('é')).toBe(true);
    expect(isCovered('智')).toBe(false);
  });

  it('take an ideograph for one em and an emoji for more', () => {
    expect(measureText('智', 10)).toBeCloseTo(10 * mmPerPoint, 6);
    expect(measureText('🙂', 10)).toBeGreaterThan(10 * mmPerPoint);
  });
});

describe('a paragraph', () => {
  it('breaks at blanks and after hyphens', () => {
    expect(breakText('Semi-automated Model', 12, style).lines).toEqual(['Semi-', 'automated', 'Model']);
  });

  it('breaks scripts without blanks between signs but keeps a full stop on its line', () => {
    expect(breakText('智能制造。', 4 * 7 * mmPerPoint, style).lines).toEqual(['智能制', '造。']);
  });

  it('breaks a word that is longer than a line and loses none of it', () => {
    const { lines } = breakText('Donaudampfschifffahrt', 10, style);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join('')).toBe('Donaudampfschifffahrt');
    for (const line of lines) expect(measureText(line, 7)).toBeLessThanOrEqual(10);
  });

  it('keeps the parts of an emoji together', () => {
    expect(breakText('👩‍👩‍👧👩‍👩‍👧', 1, style).lines).toEqual(['👩‍👩‍👧', '👩‍👩‍👧']);
  });
});
