import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { drawPlacement } from '../../../renderer/figures/placement.ts';
import { SceneView } from '../../../renderer/widgets/scene-view.tsx';
import { sampleFigure } from './sample-figure.ts';

const scene = drawPlacement(sampleFigure);

describe('the figure on screen', () => {
  it('is a picture with a name', () => {
    const markup = renderToStaticMarkup(<SceneView scene={scene} />);
    expect(markup).toContain('role="img"');
    expect(markup).toContain('Placement of the companies on the stages</title>');
    expect(markup).not.toContain('tabindex');
  });

  it('makes every keyed group a button with a name that Tab reaches', () => {
    const markup = renderToStaticMarkup(<SceneView scene={scene} onActivate={() => undefined} />);
    expect(markup).toContain(
      '<g data-key="company:a" tabindex="0" role="button" aria-label="A Telecommunications: between stages 1 and 2">',
    );
    expect(markup).toContain('<g data-key="stage:4" tabindex="0" role="button"');
  });

  it('takes the name of a group from whoever shows the figure', () => {
    const describeKey = (key: string) => (key === 'company:b' ? 'Open the ratings of B' : undefined);
    const markup = renderToStaticMarkup(
      <SceneView scene={scene} onActivate={() => undefined} describe={describeKey} />,
    );
    expect(markup).toContain('aria-label="Open the ratings of B"');
  });

  it('shows the same words as the file', () => {
    const markup = renderToStaticMarkup(<SceneView scene={scene} />);
    expect(markup).toMatch(/<text[^>]*font-size="7\.5"[^>]*font-weight="600"[^>]*>Automated Data<\/text>/);
  });
});
