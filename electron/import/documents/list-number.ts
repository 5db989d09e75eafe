const roman: readonly [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/**
 * Writes the number of a list item in the numerals `1`, `01`, `a`, `A`, `i` or `I`. After `z` comes `aa`, then `bb`, as
 * word processors count. Numbers that letters or Roman numerals cannot write reasonably, and other numerals, are in figures.
 */
export function toListNumber(value: number, numerals: string): string {
  const lower = numerals.toLowerCase();
  const written =
    lower === 'a' ? toLetters(value) : lower === 'i' ? toRoman(value) : toFigures(value, numerals);
  return numerals === lower ? written : written.toUpperCase();
}

function toFigures(value: number, numerals: string): string {
  return numerals === '01' ? String(value).padStart(2, '0') : String(value);
}

function toLetters(value: number): string {
  if (value < 1 || value > 260) return String(value);
  return String.fromCharCode(0x61 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

function toRoman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let written = '';
  for (const [worth, letters] of roman) {
    while (rest >= worth) {
      written += letters;
      rest -= worth;
    }
  }
  return written;
}
