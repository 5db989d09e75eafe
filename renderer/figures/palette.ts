/**
 * Colours of the figures. Companies are dark on light steps, so the two differ in grey and to every kind of colour
 * vision; the paler blue and the vermilion stay apart for deuteranopes too. White is the only ground.
 */
export type Palette = {
  ink: string;
  softInk: string;
  stair: string;
  number: string;
  hairline: string;
  mark: string;
  onMark: string;
  lowestStep: string;
  highestStep: string;
};

export const palettes: Record<'colour' | 'grey', Palette> = {
  colour: {
    ink: '#1b2631',
    softInk: '#45525f',
    stair: '#2c4a68',
    number: '#2f5680',
    hairline: '#c3ccd5',
    mark: '#b23c0a',
    onMark: '#ffffff',
    lowestStep: '#f1f5f9',
    highestStep: '#bfd4e7',
  },
  grey: {
    ink: '#1a1a1a',
    softInk: '#484848',
    stair: '#262626',
    number: '#4a4a4a',
    hairline: '#c4c4c4',
    mark: '#1a1a1a',
    onMark: '#ffffff',
    lowestStep: '#f5f5f5',
    highestStep: '#cecece',
  },
};

/** Returns the tint of step `index` of `count`, from the lowest to the highest. */
export function tintOfStep(palette: Palette, index: number, count: number): string {
  const share = count > 1 ? index / (count - 1) : 0;
  const from = parseHex(palette.lowestStep);
  const to = parseHex(palette.highestStep);
  const mixed = from.map((value, channel) => Math.round(value + share * ((to[channel] ?? value) - value)));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function parseHex(colour: string): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
}
