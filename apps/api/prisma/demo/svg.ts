/** The colours of a picture, as #rrggbb; everything else is a tint of these. */
export interface Palette {
  background: string;
  main: string;
  accent: string;
}

/** Draws a thing on a canvas of 800 × 800 that stands on the line y = 640. */
export type Motif = (palette: Palette) => string;

/** Mixes a colour with white (amount above zero) or black (below), -1 to 1. */
export function tint(color: string, amount: number): string {
  const target = amount > 0 ? 255 : 0;
  const channels = [1, 3, 5].map((at) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16);
    const mixed = Math.round(value + (target - value) * Math.abs(amount));
    return mixed.toString(16).padStart(2, '0');
  });
  return `#${channels.join('')}`;
}

export function path(d: string, fill: string, more = ''): string {
  return `<path d="${d}" fill="${fill}" ${more}/>`;
}

export function line(d: string, stroke: string, width = 6): string {
  return `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
}

export function rect(
  [x, y, width, height]: readonly [number, number, number, number],
  fill: string,
  radius = 0,
): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}"/>`;
}

export function ellipse(
  [cx, cy, rx, ry]: readonly [number, number, number, number],
  fill: string,
): string {
  return `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" fill="${fill}"/>`;
}

export function group(transform: string, ...parts: string[]): string {
  return `<g transform="${transform}">${parts.join('')}</g>`;
}

/** One part per number from 0 below count. */
export function repeat(count: number, part: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => part(index)).join('');
}

/** The whole picture: a calm background, a sun behind the thing and a shadow below it. */
export function picture(motif: Motif, palette: Palette): string {
  const { background } = palette;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 800">
${rect([0, 0, 800, 800], background)}
${ellipse([400, 390, 290, 290], tint(background, 0.45))}
${rect([0, 640, 800, 160], tint(background, -0.07))}
${ellipse([400, 650, 230, 20], tint(background, -0.2))}
${motif(palette)}
</svg>`;
}
