import { describe, expect, it } from 'vitest';
import type { Scene, SceneText } from '../../../renderer/figures/scene.ts';
import { toSvg } from '../../../renderer/figures/svg.ts';

const line: SceneText = {
  kind: 'text',
  x: 25.4,
  y: 25.4,
  text: 'A & <B>',
  sizePt: 7,
  weight: 600,
  fill: '#000000',
  anchor: 'start',
  width: 10,
};
const scene: Scene = {
  width: 50.8,
  height: 25.4,
  title: 'Title "quoted"',
  description: 'What it shows',
  background: null,
  children: [{ kind: 'group', key: 'company:a', title: 'A', children: [line] }],
};

describe('SVG', () => {
  it('states its size in millimetres and counts in points', () => {
    expect(toSvg(scene)).toContain('width="50.8mm" height="25.4mm" viewBox="0 0 144 72"');
  });

  it('keeps text as text, at its size in points, with its weight and escaped', () => {
    expect(toSvg(scene)).toContain(
      '<text x="72" y="72" font-size="7" font-weight="600" fill="#000000">A &amp; &lt;B&gt;</text>',
    );
  });

  it('tells title and description and names its groups', () => {
    const svg = toSvg(scene);
    expect(svg).toContain('<title>Title &quot;quoted&quot;</title>\n<desc>What it shows</desc>');
    expect(svg).toContain('<g data-key="company:a">\n<title>A</title>');
  });

  it('has no ground of its own when the background is transparent', () => {
    expect(toSvg(scene)).not.toContain('<rect');
    expect(toSvg({ ...scene, background: '#ffffff' })).toContain(
      '<rect width="144" height="72" fill="#ffffff"/>',
    );
  });

  it('lets Arabic run from right to left from the same left edge', () => {
    const svg = toSvg({ ...scene, children: [{ ...line, text: 'شركة' }] });
    expect(svg).toContain('text-anchor="end" direction="rtl">شركة</text>');
  });

  it('replaces characters that XML cannot hold', () => {
    expect(toSvg({ ...scene, title: 'a\u0000b' })).toContain('<title>a\ufffdb</title>');
  });
});
