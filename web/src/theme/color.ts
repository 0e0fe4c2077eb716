/**
 * The colour of a design token as it is now, for what is drawn without CSS, such as a canvas: `colorOf('--series-1')` is
 * `rgb(10, 106, 118)`. Ask again when the theme changes.
 */
export function colorOf(token: `--${string}`): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${token})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}
