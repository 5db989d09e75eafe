import { useEffect } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import type { StudyApi } from '../api.ts';
import { ImportDialog } from '../importing/import-dialog.tsx';
import { MaturityScreen } from '../maturity/maturity-screen.tsx';
import { MemosPanel } from '../memos/memos-panel.tsx';
import { MemosScreen } from '../memos/memos-screen.tsx';
import { PeopleScreen } from '../participants/people-screen.tsx';
import { EditingSheet } from '../reader/editing/editing-sheet.tsx';
import { useEditing } from '../reader/editing/editing-store.ts';
import { RestoringSheet } from '../reader/editing/restoring-sheet.tsx';
import { ReaderScreen } from '../reader/reader-screen.tsx';
import { RetrievalPanel } from '../retrieve/retrieval-panel.tsx';
import { SearchScreen } from '../search/search-screen.tsx';
import { type Screen, type SidePanel, useDesk } from '../state/desk.ts';
import { TablesScreen } from '../tables/tables-screen.tsx';
import { TriangulationScreen } from '../triangulation/triangulation-screen.tsx';
import { ErrorBoundary } from '../widgets/error-boundary.tsx';
import { EvidencePanel } from '../widgets/evidence-panel.tsx';
import { FileDrop } from './file-drop.tsx';
import { finishWindow } from './finish-typing.ts';
import { followStudy } from './follow-study.ts';
import { Header } from './header.tsx';
import { memoWays } from './memo-ways.ts';
import { Navigation, screenNames } from './navigation.tsx';
import { ServiceEnded } from './service-ended.tsx';
import { StatusBar } from './status-bar.tsx';
import classes from './study-frame.module.css';

/** The window of an open study: header, navigation, the screen, the evidence beside it, status bar. */
export function StudyFrame({ api }: { api: StudyApi }) {
  const isImporting = useDesk((desk) => desk.isImporting);
  useEffect(() => {
    const ending = new AbortController();
    void followStudy(api, ending.signal);
    return () => ending.abort();
  }, [api]);
  useEffect(() => window.casebench.onFinish(finishWindow), []);
  const isEditing = useEditing(({ session }) => session !== null);
  return (
    <div className={classes.frame}>
      <Header />
      <div className={classes.body} data-covered={isEditing || undefined}>
        <Navigation />
        <Workplace />
      </div>
      <StatusBar />
      {isImporting && <ImportDialog />}
      <EditingSheet />
      <RestoringSheet />
      <FileDrop />
      <ServiceEnded />
    </div>
  );
}

const screenViews: Record<Screen, () => React.ReactNode> = {
  transcripts: () => <ReaderScreen />,
  people: () => <PeopleScreen />,
  triangulation: () => <TriangulationScreen />,
  maturity: () => <MaturityScreen />,
  search: () => <SearchScreen />,
  tables: () => <TablesScreen />,
  memos: () => <MemosScreen ways={memoWays} />,
};

function Workplace() {
  const screen = useDesk((desk) => desk.screen);
  const side = useDesk((desk) => desk.side);
  return (
    <Group orientation="horizontal" className={classes.panels ?? ''}>
      <Panel id="screen" minSize={480}>
        <main className={classes.screen} aria-label={screenNames[screen]}>
          <ErrorBoundary key={screen} what={`The screen “${screenNames[screen]}”`}>
            {screenViews[screen]()}
          </ErrorBoundary>
        </main>
      </Panel>
      {side && (
        <>
          <Separator className={classes.separator ?? ''} aria-label="Width of the panel beside" />
          <Panel
            id="evidence"
            defaultSize={400}
            minSize={300}
            maxSize="70%"
            groupResizeBehavior="preserve-pixel-size"
          >
            <ErrorBoundary what="The panel beside">
              <Side side={side} />
            </ErrorBoundary>
          </Panel>
        </>
      )}
    </Group>
  );
}

function Side({ side }: { side: SidePanel }) {
  if (side.show === 'evidence') return <EvidencePanel key={JSON.stringify(side)} request={side.request} />;
  if (side.show === 'memos') {
    const { about, memoId } = side;
    return <MemosPanel key={JSON.stringify(side)} target={about} memoId={memoId} ways={memoWays} />;
  }
  if (side.show === 'retrieval') return <RetrievalPanel />;
  return null;
}
