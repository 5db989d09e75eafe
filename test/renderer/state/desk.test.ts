import { beforeEach, describe, expect, it } from 'vitest';
import { useDesk } from '../../../renderer/state/desk.ts';

const start = useDesk.getState();
const desk = () => useDesk.getState();
const panes = () => {
  const { transcriptId, besideId, activeSide } = desk();
  return activeSide === 'left' ? [`${transcriptId}*`, besideId] : [besideId, `${transcriptId}*`];
};

beforeEach(() => useDesk.setState(start, true));

describe('two transcripts side by side', () => {
  it('a second one opens to the right and is read there; another one takes the place of the other side', () => {
    desk().openTranscript(1);
    desk().openBeside(2);
    expect(panes()).toEqual([1, '2*']);
    desk().openBeside(3);
    expect(panes()).toEqual(['3*', 2]);
  });

  it('changing sides is no step, closing one is', () => {
    desk().openTranscript(1);
    desk().openBeside(2);
    const steps = desk().past.length;
    desk().activatePane('left');
    expect(panes()).toEqual(['1*', 2]);
    expect(desk().past).toHaveLength(steps);
    desk().closePane('left');
    expect(panes()).toEqual(['2*', null]);
    desk().goBack();
    expect(panes()).toEqual(['1*', 2]);
  });

  it('a transcript that stands there already is gone to, never shown twice', () => {
    desk().openTranscript(1);
    desk().openBeside(2);
    desk().openTranscript(1);
    expect(panes()).toEqual(['1*', 2]);
    desk().openPlace({ transcriptId: 2, start: 4, end: 9 });
    expect(panes()).toEqual([1, '2*']);
    expect(desk().place).toMatchObject({ start: 4, end: 9 });
    desk().openBeside(2);
    expect(panes()).toEqual([1, '2*']);
  });

  it('back and forward bring both panes as they were, each arrival with its own visit', () => {
    desk().openTranscript(1);
    const visit = desk().visit;
    desk().openBeside(2);
    desk().openTranscript(3);
    desk().activatePane('left');
    desk().goBack();
    expect(panes()).toEqual([1, '2*']);
    desk().goBack();
    expect([panes(), desk().visit]).toEqual([['1*', null], visit]);
    desk().goForward();
    desk().goForward();
    expect(panes()).toEqual(['1*', 3]);
  });
});

describe('a transcript that is deleted', () => {
  it('leaves its pane, and the other text stays', () => {
    desk().openTranscript(1);
    desk().openBeside(2);
    desk().leaveTranscript(2);
    expect(panes()).toEqual(['1*', null]);
    desk().openBeside(3);
    desk().leaveTranscript(1);
    expect(panes()).toEqual(['3*', null]);
    desk().leaveTranscript(9);
    expect(panes()).toEqual(['3*', null]);
    desk().leaveTranscript(3);
    expect(panes()).toEqual(['null*', null]);
  });
});
