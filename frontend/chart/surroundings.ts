/** What a drawing has to take from the page around it: colours of the theme, dark or light, whether things may move. */

/** The colour a CSS value stands for at this element, as rgb(), so that libraries which do not know CSS variables can use it. */
export function colorOf(css: string, element: Element): string {
  const probe = document.createElement('span');
  probe.style.color = css;
  probe.style.display = 'none';
  element.append(probe);
  const computed = getComputedStyle(probe).color;
  probe.remove();
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!canvas) {
    return computed;
  }
  // oklch() and color-mix() come out of here as plain numbers.
  canvas.canvas.width = canvas.canvas.height = 1;
  canvas.fillStyle = computed;
  canvas.fillRect(0, 0, 1, 1);
  const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data as unknown as [number, number, number, number];
  return a === 255 ? `rgb(${r}, ${g}, ${b})` : `rgba(${r}, ${g}, ${b}, ${a / 255})`;
}

export function isDark(element: Element): boolean {
  return getComputedStyle(element).colorScheme.startsWith('dark');
}

export function mayMove(): boolean {
  return !matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** Calls back when the page turns light or dark; the returned function ends it. */
export function onThemeChange(callback: () => void): () => void {
  const observer = new MutationObserver(callback);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'class', 'theme'] });
  return () => observer.disconnect();
}
