import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  drawPlacement,
  type FigureOptions,
  type PlacementFigureData,
} from '../../../renderer/figures/placement.ts';
import { listTexts, type Scene, type SceneGroup, type SceneNode } from '../../../renderer/figures/scene.ts';
import { toSvg } from '../../../renderer/figures/svg.ts';
import { listLayoutFaults } from './layout-faults.ts';
import { sampleFigure } from './sample-figure.ts';

const snapshots = '../../snapshots/figures';

function wordsOf(scene: Scene): string {
  return listTexts(scene)
    .map(({ text }) => text)
    .join(' ');
}

function listKeyedGroups(nodes: readonly SceneNode[]): SceneGroup[] {
  return nodes.flatMap((node) =>
    node.kind === 'group' ? [...(node.key ? [node] : []), ...listKeyedGroups(node.children)] : [],
  );
}

function findMark(scene: Scene, id: string) {
  const groups = listKeyedGroups(scene.children).filter(({ key }) => key === `company:${id}`);
  const mark = groups.flatMap(({ children }) => children).find((node) => node.kind === 'rect');
  if (mark?.kind !== 'rect') throw new Error(`Company ${id} has no mark.`);
  return {
    left: mark.x,
    right: mark.x + mark.width,
    bottom: mark.y + mark.height,
    centre: mark.x + mark.width / 2,
  };
}

function findStep(scene: Scene, number: number) {
  const group = listKeyedGroups(scene.children).find(({ key }) => key === `stage:${number}`);
  const step = group?.children.find((node) => node.kind === 'rect');
  if (step?.kind !== 'rect') throw new Error(`Stage ${number} has no step.`);
  return step;
}

describe('the placement figure of the sample study', () => {
  const variants: [string, Partial<FigureOptions>][] = [
    ['placement-181-colour', {}],
    ['placement-181-grey', { palette: 'grey' }],
    ['placement-89-colour', { widthMm: 88.9 }],
    ['placement-89-grey', { widthMm: 88.9, palette: 'grey' }],
  ];
  it.each(variants)('is drawn as stored in %s.svg', async (name, options) => {
    const svg = toSvg(drawPlacement(sampleFigure, options));
    await expect(svg).toMatchFileSnapshot(`${snapshots}/${name}.svg`);
  });

  it.each(variants)('has no fault of layout in %s', (_, options) => {
    expect(listLayoutFaults(drawPlacement(sampleFigure, options), 6)).toEqual([]);
  });

  it('stands a company on the tread of its stage', () => {
    const scene = drawPlacement(sampleFigure);
    const [mark, step] = [findMark(scene, 'b'), findStep(scene, 1)];
    expect(step.y - mark.bottom).toBeGreaterThan(0);
    expect(step.y - mark.bottom).toBeLessThan(1);
    expect(mark.left).toBeGreaterThan(step.x);
    expect(mark.right).toBeLessThan(step.x + step.width);
  });

  it('stands a company placed at a half astride the edge, between the two treads', () => {
    const scene = drawPlacement(sampleFigure);
    const [mark, lower, upper] = [findMark(scene, 'a'), findStep(scene, 1), findStep(scene, 2)];
    expect(mark.centre).toBeCloseTo(upper.x, 6);
    expect(mark.bottom).toBeLessThan(lower.y);
    expect(mark.bottom).toBeGreaterThan(upper.y);
  });

  it('draws a computed stage only where it differs and explains it', () => {
    const words = wordsOf(drawPlacement(sampleFigure));
    expect(words).toContain('Computed stage');
    expect(words).toContain('SCAMPI-like');
    const agreeing = sampleFigure.companies.filter(({ id }) => id !== 'a');
    expect(wordsOf(drawPlacement({ ...sampleFigure, companies: agreeing }))).not.toContain('Computed stage');
  });

  it('takes the interval of the two stages around a half as agreement', () => {
    const company = { id: 'a', label: 'A', name: 'Telecom', placement: 1.5, computed: { low: 1, high: 2 } };
    expect(wordsOf(drawPlacement({ ...sampleFigure, companies: [company] }))).not.toContain('Computed stage');
  });

  it('tells in words what it shows', () => {
    expect(drawPlacement(sampleFigure).description).toContain(
      'A Telecommunications is placed between stages 1 and 2; the rule SCAMPI-like computes stage 0.',
    );
  });

  it('gives every company and every stage a group to point at', () => {
    const keys = listKeyedGroups(drawPlacement(sampleFigure).children).map(({ key }) => key);
    expect(keys).toEqual(
      expect.arrayContaining(['stage:0', 'stage:4', 'company:a', 'company:b', 'company:c']),
    );
  });
});

describe('the placement figure', () => {
  it('lists companies without a placement beneath the staircase', () => {
    const dairy = { id: 'd', label: 'D', name: 'Dairy', placement: null, computed: null };
    const scene = drawPlacement({ ...sampleFigure, companies: [...sampleFigure.companies, dairy] });
    expect(wordsOf(scene)).toContain('Not placed: D Dairy');
    expect(listLayoutFaults(scene, 6)).toEqual([]);
  });

  it('leaves out the rows of a scheme that has no aspects', () => {
    expect(wordsOf(drawPlacement({ ...sampleFigure, aspects: [] }))).not.toContain('manual');
  });

  it('numbers the companies and tells them in a key when their labels are too long for a mark', () => {
    const companies = sampleFigure.companies.map((company) => ({
      ...company,
      label: `The company of ${company.name}`,
    }));
    const words = wordsOf(drawPlacement({ ...sampleFigure, companies }));
    expect(words).toContain('1 Telecommunications');
    expect(words).toContain('3 Packaging');
  });

  it('refuses to draw a staircase without stages', () => {
    expect(() => drawPlacement({ ...sampleFigure, stages: [] })).toThrow(RangeError);
  });

  it('keeps every letter of every name, whatever the script, and covers no text', () => {
    fc.assert(
      fc.property(
        anyStudy(),
        fc.constantFrom(88.9, 120, 181),
        fc.constantFrom(6, 7.5),
        (data, widthMm, minimumFontPt) => {
          const scene = drawPlacement(data, { widthMm, minimumFontPt });
          expect(listLayoutFaults(scene, minimumFontPt)).toEqual([]);
          const shown = squeeze(wordsOf(scene));
          for (const { name } of [...data.companies, ...data.stages]) expect(shown).toContain(squeeze(name));
        },
      ),
      { numRuns: 150 },
    );
  }, 120_000);

  it('gives the same drawing for the same study', () => {
    fc.assert(
      fc.property(anyStudy(), (data) => {
        expect(toSvg(drawPlacement(structuredClone(data)))).toBe(toSvg(drawPlacement(data)));
      }),
      { numRuns: 20 },
    );
  }, 60_000);
});

/** Blanks may turn into line breaks; all other characters must be there in their order. */
function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}

function anyName(): fc.Arbitrary<string> {
  const scripts = [
    'abcdefghiklmno prstuvwy-',
    'ABCMWQ wmil',
    '智能制造自动化系统工程技术',
    'الشركة الوطنية للاتصالات',
    'Ελληνική Εταιρεία',
    'ทดสอบภาษาไทย',
    '주식회사 전자',
    'WWWWWWWW',
  ];
  return fc
    .constantFrom(...scripts)
    .chain((script) =>
      fc
        .array(fc.constantFrom(...script), { minLength: 1, maxLength: 80 })
        .map((characters) => characters.join('').replace(/\s+/g, ' ').trim() || 'A'),
    );
}

function anyStudy(): fc.Arbitrary<PlacementFigureData> {
  return fc.integer({ min: 2, max: 8 }).chain((count) => {
    const stages = fc.tuple(
      ...Array.from({ length: count }, (_, number) =>
        fc.record({ number: fc.constant(number), name: anyName(), becomes: anyName() }),
      ),
    );
    const state = fc.constantFrom('manual' as const, 'partly' as const, 'automated' as const);
    const aspect = fc.record({
      name: anyName(),
      states: fc.array(state, { minLength: count, maxLength: count }),
    });
    const interval = fc
      .tuple(fc.nat(count - 1), fc.nat(count - 1))
      .map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));
    const company = fc.record({
      label: fc.oneof(fc.constantFrom('A', 'B', 'AB', 'TEL', '12'), anyName()),
      name: anyName(),
      placement: fc.option(
        fc.nat(2 * (count - 1)).map((halves) => halves / 2),
        { freq: 8 },
      ),
      computed: fc.option(interval),
    });
    return fc.record({
      title: fc.oneof(fc.constant(''), anyName()),
      stages,
      aspects: fc.array(aspect, { maxLength: 4 }),
      companies: fc
        .oneof(fc.array(company, { maxLength: 6 }), fc.array(company, { minLength: 1, maxLength: 40 }))
        .map((companies) => companies.map((each, index) => ({ ...each, id: `c${index}` }))),
      ruleName: fc.constantFrom('SCAMPI-like', 'strict'),
    });
  });
}
