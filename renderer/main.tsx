import './zod-without-eval.ts';
import './style-nonce.ts';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './styles/fonts.css';
import './styles/palette.css';
import './styles/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { takeOverTheme } from './frame/window-theme.ts';
import { openWindow } from './opening.ts';

async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no element to put the window into.');
  await takeOverTheme();
  createRoot(root).render(<App />);
  await openWindow();
}

void start();
