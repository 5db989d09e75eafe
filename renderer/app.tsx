import { MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { OpeningView } from './frame/opening-view.tsx';
import { ShortcutSheet } from './frame/shortcut-sheet.tsx';
import { StudyFrame } from './frame/study-frame.tsx';
import { useCommands } from './frame/use-commands.ts';
import { themeManager } from './frame/window-theme.ts';
import { useOpened } from './opening.ts';
import { queryClient } from './state/queries.ts';
import { getStyleNonce } from './style-nonce.ts';
import { cssVariables, theme } from './styles/theme.ts';
import { NewStudy } from './welcome/new-study.tsx';
import { Welcome } from './welcome/welcome.tsx';
import { ErrorBoundary } from './widgets/error-boundary.tsx';

/** Everything in the window. */
export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      colorSchemeManager={themeManager}
      getStyleNonce={getStyleNonce}
    >
      <QueryClientProvider client={queryClient}>
        <ModalsProvider>
          <Notifications position="bottom-right" zIndex={400} />
          <ErrorBoundary what="This window">
            <WindowContent />
          </ErrorBoundary>
        </ModalsProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}

function WindowContent() {
  const opened = useOpened((state) => state.opened);
  useCommands(opened?.kind === 'study');
  if (!opened) return <OpeningView />;
  return (
    <>
      {opened.kind === 'study' ? <StudyFrame api={opened.api} /> : <Welcome problem={opened.problem} />}
      <NewStudy />
      <ShortcutSheet />
    </>
  );
}
