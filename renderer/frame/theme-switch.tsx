import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconCheck, IconDeviceDesktop, IconMoon, IconSun, IconSunMoon } from '@tabler/icons-react';
import { useState } from 'react';
import type { Theme } from '../../electron/ipc/contract/bridge.ts';

const themes = [
  { theme: 'system', name: 'Like the system', Icon: IconDeviceDesktop },
  { theme: 'light', name: 'Light', Icon: IconSun },
  { theme: 'dark', name: 'Dark', Icon: IconMoon },
] as const satisfies { theme: Theme; name: string; Icon: unknown }[];

/** Light or dark. Main keeps the choice and the page follows its window. */
export function ThemeSwitch() {
  const [current, setCurrent] = useState<Theme>();
  const choose = (theme: Theme) => {
    setCurrent(theme);
    window.casebench.setTheme(theme);
  };
  return (
    <Menu position="bottom-end" onOpen={() => void window.casebench.getTheme().then(setCurrent)}>
      <Menu.Target>
        <Tooltip label="Light or dark">
          <ActionIcon aria-label="Theme">
            <IconSunMoon size={18} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {themes.map(({ theme, name, Icon }) => (
          <Menu.Item
            key={theme}
            leftSection={<Icon size={16} stroke={1.5} />}
            rightSection={theme === current && <IconCheck size={14} aria-label="chosen" />}
            onClick={() => choose(theme)}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
