/** Names are looked for in this order, since browsers name those that they descend from, too. */
const browsers = [
  [/\bEdg(?:A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
] as const;

const systems = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
] as const;

/** Values of a message about a device. */
interface Device {
  /** Which of the names are known. */
  readonly kind: 'both' | 'browser' | 'system' | 'other';
  readonly browser: string;
  readonly system: string;
}

/**
 * What a client says of itself, by names that are known here. Nothing else of it goes into a mail: who
 * signs in chooses the text.
 */
export function deviceOf(userAgent: string): Device {
  const browser = nameIn(browsers, userAgent);
  const system = nameIn(systems, userAgent);
  const one = browser ? 'browser' : system ? 'system' : 'other';
  return { kind: browser && system ? 'both' : one, browser, system };
}

function nameIn(names: readonly (readonly [RegExp, string])[], userAgent: string): string {
  return names.find(([pattern]) => pattern.test(userAgent))?.[1] ?? '';
}
