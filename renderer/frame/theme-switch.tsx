import { ActionIcon, Menu, Tooltip, useMantineColorScheme } from '@mantine/core';
import { IconBrightness, IconCheck, IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import type { Theme } from '../../electron/ipc/contract/bridge.ts';
import { toColourScheme } from './window-theme.ts';

const themes = [
  { theme: 'system', name: 'Like the system', Icon: IconDeviceDesktop },
  { theme: 'light', name: 'Light', Icon: IconSun },
  { theme: 'dark', name: 'Dark', Icon: IconMoon },
] as const satisfies { theme: Theme; name: string; Icon: unknown }[];

/** Light or dark, for the page and, through main, for dialogs and the frame of the window. */
export function ThemeSwitch() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const choose = (theme: Theme) => {
    setColorScheme(toColourScheme(theme));
    window.casebench.setTheme(theme);
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label="Light or dark">
          <ActionIcon aria-label="Theme">
            <IconBrightness size={18} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {themes.map(({ theme, name, Icon }) => (
          <Menu.Item
            key={theme}
            leftSection={<Icon size={16} stroke={1.5} />}
            rightSection={
              toColourScheme(theme) === colorScheme && <IconCheck size={14} aria-label="chosen" />
            }
            onClick={() => choose(theme)}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
