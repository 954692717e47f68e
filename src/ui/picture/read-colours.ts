/** The colours of the page's design tokens as they are in a theme, whichever the page shows. */
export function readColours(theme: 'light' | 'dark'): (token: string) => string {
  const probe = document.createElement('span');
  probe.style.colorScheme = theme;
  probe.hidden = true;
  const known = new Map<string, string>();
  return (token) => {
    const found = known.get(token) ?? readColour(probe, token);
    known.set(token, found);
    return found;
  };
}

function readColour(probe: HTMLElement, token: string): string {
  document.body.append(probe);
  // Without the token it is the colour of the text around it.
  probe.style.color = `var(--${token})`;
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}
