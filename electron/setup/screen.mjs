/** Whether a window can be shown: always on Windows and macOS, on Linux with an X11 or Wayland display. */
export function hasScreen(platform = process.platform, env = process.env) {
  if (platform !== 'linux') return true;
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** Chromium refuses to start its sandbox for the administrator of a Linux machine. */
export function isLinuxRoot() {
  return process.platform === 'linux' && process.getuid?.() === 0;
}
