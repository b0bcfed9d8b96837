export type Parameters = Record<string, string | number | undefined>;

// Relative to the page, whatever prefix it is served below.
const base = 'api/v1/';

export function apiUrl(path: string): string {
  return new URL(base + path, document.baseURI).toString();
}

/** A question as the API reads it; parameters without a value are left out. */
export function question(name: string, parameters: Parameters = {}): string {
  const query = new URLSearchParams();

  for (const [key, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== '') {
      query.set(key, String(value));
    }
  }

  const text = query.toString();
  return text ? `${name}?${text}` : name;
}
