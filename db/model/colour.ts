/** Okabe and Ito's palette, safe for colour-blind readers; black is left to text. */
const coderColours = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#7a5195'] as const;
const openCodeColours = [
  '#8a6d3b',
  '#54759a',
  '#8a6487',
  '#5f7d3c',
  '#a3583f',
  '#4f7f7a',
  '#6b6b6b',
] as const;
const pipelineColours = [
  '#0072b2',
  '#d55e00',
  '#009e73',
  '#cc79a7',
  '#b8860b',
  '#56b4e9',
  '#7a5195',
  '#555555',
] as const;
const stageColours = [
  '#7a8490',
  '#4f86a8',
  '#2f6c93',
  '#1f557a',
  '#143f60',
  '#0e2f4a',
  '#0a2338',
  '#061827',
] as const;

const pick = (colours: readonly string[], index: number): string =>
  colours[index % colours.length] ?? '#555555';

/** Returns the colour of the coder with this position among the coders. */
export const coderColour = (index: number) => pick(coderColours, index);

/** Returns the colour of an open code. */
export const openCodeColour = (index: number) => pick(openCodeColours, index);

/** Returns the hue of a pipeline by its position in the scheme. */
export const pipelineColour = (index: number) => pick(pipelineColours, index);

/** Returns the shade of a stage by its number: the higher, the darker. */
export const stageColour = (stage: number) => pick(stageColours, stage);
