import { ellipse, group, line, path, rect, repeat, tint } from '../svg.ts';
import type { Motif } from '../svg.ts';

const leaf = (transform: string, color: string): string =>
  group(
    transform,
    path('M0 0 Q40 -50 0 -120 Q-40 -50 0 0 Z', color) + line('M0 -8 V-96', tint(color, -0.25), 4),
  );

export const tin: Motif = ({ main, accent }) =>
  rect([250, 250, 300, 390], main, 22) +
  rect([250, 250, 70, 390], tint(main, 0.15), 22) +
  rect([238, 190, 324, 90], tint(main, -0.25), 20) +
  rect([238, 262, 324, 16], tint(main, -0.4)) +
  rect([250, 350, 300, 200], '#fbf5e6') +
  rect([250, 362, 300, 6], accent) +
  rect([250, 532, 300, 6], accent) +
  leaf('translate(400 510) rotate(0)', accent) +
  leaf('translate(396 512) rotate(-48) scale(0.8)', tint(accent, 0.2)) +
  leaf('translate(404 512) rotate(48) scale(0.8)', tint(accent, 0.2));

export const sampler: Motif = ({ main, accent }) =>
  rect([150, 300, 500, 340], tint(main, -0.2), 16) +
  rect([170, 320, 460, 300], tint(main, 0.55), 10) +
  repeat(6, (n) => {
    const x = 186 + (n % 3) * 146;
    const y = 336 + Math.floor(n / 3) * 140;
    const color = ['#7a5236', '#8aa05a', accent, '#c98a3d', '#5f7a6b', '#8c4f5c'][n] ?? main;
    return rect([x, y, 134, 128], color, 12) + rect([x + 24, y + 38, 86, 50], '#fbf5e6', 6);
  }) +
  path('M150 300 L190 190 H610 L650 300 Z', main) +
  path('M170 290 L202 205 H598 L630 290 Z', tint(main, 0.12)) +
  leaf('translate(400 288) scale(0.6)', accent);

export const strainer: Motif = ({ main, accent }) =>
  rect([520, 372, 220, 26], main, 13) +
  ellipse([730, 385, 26, 26], tint(main, -0.2)) +
  path('M190 380 H530 Q520 580 360 590 Q200 580 190 380 Z', tint(main, 0.15)) +
  repeat(9, (n) =>
    line(`M${220 + n * 35} 394 Q${240 + n * 30} 500 ${300 + n * 15} 578`, tint(main, -0.18), 4),
  ) +
  repeat(5, (n) =>
    line(`M${200 + n * 14} ${420 + n * 36} H${520 - n * 14}`, tint(main, -0.18), 4),
  ) +
  ellipse([360, 380, 182, 36], main) +
  ellipse([360, 382, 156, 26], accent);

export const dripper: Motif = ({ main, accent }) =>
  path('M230 200 H570 L450 400 H350 Z', main) +
  path('M260 214 H540 L524 240 H276 Z', '#6b4a35') +
  line('M560 230 Q650 230 620 310 Q600 340 530 330', tint(main, -0.15), 20) +
  rect([290, 396, 220, 26], tint(main, -0.2), 13) +
  line('M400 424 V470', '#6b4a35', 8) +
  path(
    'M300 430 H500 L540 600 Q545 640 505 640 H295 Q255 640 260 600 Z',
    '#ffffff',
    'opacity="0.55"',
  ) +
  path('M276 530 H524 L538 600 Q542 636 505 636 H295 Q258 636 262 600 Z', '#6b4a35') +
  rect([294, 424, 212, 16], accent, 8);
