import { MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { Suspense, use } from 'react';
import { OpeningView } from './frame/opening-view.tsx';
import { ShortcutSheet } from './frame/shortcut-sheet.tsx';
import { StudyFrame } from './frame/study-frame.tsx';
import { useCommands } from './frame/use-commands.ts';
import type { Opened } from './opening.ts';
import { queryClient } from './state/queries.ts';
import { getStyleNonce } from './style-nonce.ts';
import { cssVariables, theme } from './styles/theme.ts';
import { NewStudy } from './welcome/new-study.tsx';
import { Welcome } from './welcome/welcome.tsx';
import { ErrorBoundary } from './widgets/error-boundary.tsx';

type Props = { opening: Promise<Opened> };

/** Everything in the window. Light and dark follow the window, whose theme main sets for dialogs and page alike. */
export function App({ opening }: Props) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={getStyleNonce}
    >
      <QueryClientProvider client={queryClient}>
        <ModalsProvider>
          <Notifications position="bottom-right" zIndex={400} />
          <ErrorBoundary what="This window">
            <Suspense fallback={<OpeningView />}>
              <WindowContent opening={opening} />
            </Suspense>
          </ErrorBoundary>
        </ModalsProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}

function WindowContent({ opening }: Props) {
  const opened = use(opening);
  useCommands(opened.kind === 'study');
  return (
    <>
      {opened.kind === 'study' ? <StudyFrame api={opened.api} /> : <Welcome problem={opened.problem} />}
      <NewStudy />
      <ShortcutSheet />
    </>
  );
}
