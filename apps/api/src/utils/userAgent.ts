/** What browsers and apps call themselves, the more particular first: each names others as well. */
const BROWSERS: readonly (readonly [sign: RegExp, name: string])[] = [
  [/\bEdg(?:A|iOS)?\//, 'Edge'],
  [/\b(?:OPR|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const SYSTEMS: readonly (readonly [sign: RegExp, name: string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

const MAX_LENGTH = 60;

/** The browser that a client says it is, of those known here. */
export const browserOf = (userAgent: string) => nameIn(BROWSERS, userAgent);

/** The system that a client says it runs on, of those known here. */
export const systemOf = (userAgent: string) => nameIn(SYSTEMS, userAgent);

function nameIn(known: typeof BROWSERS, userAgent: string): string | undefined {
  return known.find(([sign]) => sign.test(userAgent))?.[1];
}

/** A device in a few words for its owner, such as "Firefox on Windows". It is what the client claims. */
export function deviceOf(userAgent: string): string {
  const system = systemOf(userAgent);
  const browser =
    browserOf(userAgent) ?? /^[\w .-]+/.exec(userAgent)?.[0].trim().slice(0, MAX_LENGTH);
  if (!browser) return system ?? 'Unknown device';
  return system === undefined ? browser : `${browser} on ${system}`;
}
