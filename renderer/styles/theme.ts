import {
  ActionIcon,
  Button,
  type CSSVariablesResolver,
  createTheme,
  Menu,
  Modal,
  Notification,
  Tooltip,
} from '@mantine/core';

const family = "'Source Sans 3', system-ui, -apple-system, 'Segoe UI', 'Noto Sans', sans-serif";

/** One calm look for the whole window: dense, hairlines, one accent. */
export const theme = createTheme({
  fontFamily: family,
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', Menlo, 'DejaVu Sans Mono', monospace",
  primaryColor: 'indigo',
  // One step darker than Mantine's own, so that white text on it has a contrast above 4.5 to 1.
  primaryShade: { light: 7, dark: 7 },
  defaultRadius: 'sm',
  respectReducedMotion: true,
  fontSizes: { xs: '12.5px', sm: '14px', md: '15px', lg: '17px', xl: '20px' },
  headings: { fontFamily: family, fontWeight: '600' },
  components: {
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray' } }),
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 350, withArrow: true, events: { hover: true, focus: true, touch: false } },
    }),
    // The first choice has the focus, and not an empty place before it, which is none to those who listen.
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }),
    Modal: Modal.extend({
      defaultProps: { closeButtonProps: { 'aria-label': 'Close' }, radius: 'md', padding: 'lg' },
      styles: { title: { fontSize: '19px', fontWeight: 600 } },
    }),
    Notification: Notification.extend({
      defaultProps: { closeButtonProps: { 'aria-label': 'Close message' } },
      // Mantine's own grey is too pale for the sentence that says what to do.
      styles: { description: { color: 'var(--mantine-color-text)' } },
    }),
  },
});

/** Mantine's quiet texts are too pale for small sizes; these keep a contrast of 4.5 to 1 on every ground. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#1b2027',
    '--mantine-color-dimmed': '#59616b',
    '--mantine-color-placeholder': '#6b737d',
    '--mantine-color-default-border': '#ced3da',
  },
  dark: {
    '--mantine-color-body': '#1f1f1f',
    '--mantine-color-text': '#d9dce0',
    '--mantine-color-dimmed': '#a3a8af',
    '--mantine-color-placeholder': '#8d939b',
    '--mantine-color-default-border': '#43464b',
  },
});
