/** What a custom property of the theme is now; canvases cannot use it by name. */
export function color(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}
