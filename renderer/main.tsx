import './zod-without-eval.ts';
import './style-nonce.ts';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './styles/fonts.css';
import './styles/palette.css';
import './styles/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { openWindow } from './opening.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element to put the window into.');
createRoot(root).render(<App opening={openWindow()} />);
