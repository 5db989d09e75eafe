import { memo, useEffect } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import type { Code } from '../../electron/ipc/contract/codes.ts';
import { otherSide, type PaneSide, useDesk } from '../state/desk.ts';
import type { CodingActions } from './coding-actions.ts';
import { ReaderPane } from './reader-pane.tsx';
import classes from './reader-screen.module.css';

type Props = { codes: readonly Code[]; studyGuid: string; actions: CodingActions };

const remembered = { storage: localStorage, onlySaveAfterUserInteractions: true };

/** The transcript that is read, or two of them side by side. */
export const ReaderPanes = memo(function ReaderPanes(props: Props) {
  const { transcriptId, besideId, activeSide } = useDesk();
  const isPair = besideId !== null;
  const panelIds = isPair ? ['left', 'right'] : ['left'];
  const { defaultLayout, onLayoutChanged } = useDefaultLayout({
    id: 'reader-panes',
    panelIds,
    ...remembered,
  });
  usePaneKey();
  const idOn = (side: PaneSide) => (side === activeSide ? transcriptId : besideId);
  return (
    <Group onLayoutChanged={onLayoutChanged} {...(defaultLayout ? { defaultLayout } : {})}>
      <Panel id="left" minSize={260}>
        <ReaderPane side="left" transcriptId={idOn('left')} {...props} />
      </Panel>
      {isPair ? (
        <>
          <Separator className={classes.beside ?? ''} aria-label="Width of the two transcripts" />
          <Panel id="right" minSize={260}>
            <ReaderPane side="right" transcriptId={idOn('right')} {...props} />
          </Panel>
        </>
      ) : null}
    </Group>
  );
});

/** F6 goes to the other transcript. Dialogs have their own. */
function usePaneKey(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { besideId, activeSide, activatePane } = useDesk.getState();
      if (event.key !== 'F6' || besideId === null || document.querySelector('[role="dialog"]')) return;
      event.preventDefault();
      const side = otherSide(activeSide);
      activatePane(side);
      document.querySelector<HTMLElement>(`[data-pane="${side}"] [data-transcript]`)?.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
