/** The grounds that codes stand on in the two themes, as in `styles/palette.css`. */
const grounds = [
  { theme: 'light', colour: '#ffffff' },
  { theme: 'dark', colour: '#1f1f1f' },
] as const;

/** What WCAG 2.2 (1.4.11) asks of a sign against its ground. */
export const enoughContrast = 3;

/** Returns the relative luminance of a colour such as `#4263eb`, from 0 to 1 (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Returns the contrast of two colours, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((left, right) => left - right);
  return (light + 0.05) / (dark + 0.05);
}

/** Returns in a sentence in which theme a colour is hard to see, or undefined when it is well seen in both. */
export function findContrastProblem(colour: string): string | undefined {
  const weak = grounds.find((ground) => contrast(colour, ground.colour) < enoughContrast);
  return (
    weak &&
    `Hard to see in the ${weak.theme} theme; take a ${weak.theme === 'dark' ? 'lighter' : 'darker'} one.`
  );
}

/** Colours for open codes that are seen on both grounds; neighbours differ in hue. */
export const swatches = [
  '#4f74e8',
  '#0e86a0',
  '#23894f',
  '#6f8a12',
  '#b07a00',
  '#d0602a',
  '#d64c4c',
  '#c8508f',
  '#9a5fc4',
  '#8a7263',
  '#78808a',
] as const;
