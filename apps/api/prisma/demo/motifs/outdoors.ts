import { ellipse, group, line, path, rect, repeat, tint } from '../svg.ts';
import type { Motif } from '../svg.ts';

export const lantern: Motif = ({ main, accent }) =>
  line('M270 330 Q250 110 400 110 Q550 110 530 330', tint(main, -0.3), 10) +
  path('M330 250 L360 190 H440 L470 250 Z', main) +
  path('M300 260 H500 Q560 380 500 510 H300 Q240 380 300 260 Z', '#fdf3d0') +
  path('M400 330 Q460 410 430 460 Q400 490 370 460 Q340 410 400 330 Z', accent) +
  path('M400 390 Q425 430 410 456 Q400 466 390 456 Q375 430 400 390 Z', '#fff3b8') +
  line('M310 262 Q250 380 310 508 M490 262 Q550 380 490 508', tint(main, -0.15), 10) +
  rect([280, 246, 240, 26], tint(main, -0.2), 12) +
  path('M280 505 H520 L560 600 Q560 640 520 640 H280 Q240 640 240 600 Z', main) +
  rect([270, 560, 260, 16], tint(main, -0.2), 8);

export const blanket: Motif = ({ main, accent }) =>
  repeat(4, (n) => {
    const y = 548 - n * 88;
    const color = n % 2 ? tint(main, 0.1) : main;
    return (
      rect([190, y, 420, 92], color, 40) +
      rect([300, y, 34, 92], accent) +
      rect([360, y, 14, 92], tint(accent, 0.35)) +
      rect([460, y, 34, 92], accent) +
      line(`M210 ${y + 90} H590`, tint(main, -0.3), 5)
    );
  }) + repeat(9, (n) => line(`M${612 + (n % 2) * 6} ${296 + n * 38} h24`, tint(main, -0.15), 7));

export const flask: Motif = ({ main, accent }) =>
  rect([330, 130, 140, 110], accent, 18) +
  rect([318, 226, 164, 34], tint(accent, -0.25), 10) +
  path(
    'M310 260 H490 Q530 300 530 340 V600 Q530 640 490 640 H310 Q270 640 270 600 V340 Q270 300 310 260 Z',
    main,
  ) +
  rect([296, 340, 26, 240], tint(main, 0.35), 13) +
  rect([270, 540, 260, 34], tint(main, -0.18)) +
  path('M360 470 l40 -70 l40 70 Z', tint(main, 0.6));

export const seeds: Motif = ({ main, accent }) =>
  [-12, 0, 12]
    .map((angle, n) =>
      group(
        `rotate(${angle} 400 760)`,
        rect([300, 230, 200, 320], n === 1 ? tint(main, 0.55) : tint(main, 0.3), 8) +
          rect([300, 230, 200, 44], main, 8) +
          line('M400 510 V380', '#5f7a52', 8) +
          path(
            'M400 450 Q340 440 336 390 Q396 396 400 450 Z M400 430 Q460 420 464 370 Q404 376 400 430 Z',
            '#7d9c64',
          ) +
          ellipse([400, 356, 30, 30], n === 1 ? accent : tint(accent, 0.3)),
      ),
    )
    .join('') +
  repeat(7, (n) => ellipse([220 + n * 60, 655 + (n % 2) * 14, 12, 8], tint(main, -0.3)));

export const trowel: Motif = ({ main, accent }) =>
  group(
    'rotate(35 400 400)',
    rect([368, 70, 64, 230], main, 30) +
      rect([368, 110, 64, 16], accent) +
      rect([386, 290, 28, 110], '#8d969e') +
      path('M320 390 H480 Q500 560 400 720 Q300 560 320 390 Z', '#b8c0c6') +
      path('M400 400 V700 Q320 560 334 400 Z', '#d3d9dd'),
  );

export const candle: Motif = ({ main, accent }) =>
  [
    [210, 330, 120],
    [345, 220, 120],
    [480, 400, 120],
  ]
    .map(([x = 0, y = 0, width = 0]) => {
      const middle = x + width / 2;
      return (
        path(
          `M${middle} ${y - 110} Q${middle + 40} ${y - 56} ${middle} ${y - 24} Q${middle - 40} ${y - 56} ${middle} ${y - 110} Z`,
          accent,
        ) +
        line(`M${middle} ${y - 36} v40`, '#4a4038', 6) +
        rect([x, y, width, 640 - y], main, 18) +
        ellipse([middle, y + 10, width / 2, 16], tint(main, 0.4)) +
        path(`M${x + 12} ${y + 14} q14 90 24 60 q8 -40 18 -60 Z`, tint(main, 0.35))
      );
    })
    .join('');

export const soap: Motif = ({ main, accent }) =>
  rect([180, 470, 440, 170], tint(main, -0.12), 40) +
  rect([180, 450, 440, 150], main, 44) +
  rect([210, 330, 380, 150], tint(main, -0.1), 44) +
  rect([210, 315, 380, 140], tint(main, 0.25), 44) +
  rect([330, 300, 140, 350], '#fbf5e6') +
  rect([330, 400, 140, 8], accent) +
  rect([330, 540, 140, 8], accent) +
  path('M400 430 Q440 474 400 520 Q360 474 400 430 Z', accent) +
  ellipse([620, 260, 34, 34], '#ffffff') +
  ellipse([560, 210, 20, 20], '#ffffff') +
  ellipse([650, 180, 14, 14], '#ffffff');

export const wreath: Motif = ({ main, accent }) =>
  repeat(24, (n) =>
    group(
      `rotate(${n * 15} 400 390) translate(400 ${n % 2 ? 200 : 184})`,
      group(
        `rotate(${n % 2 ? 60 : 100})`,
        path('M0 30 Q44 -20 0 -84 Q-44 -20 0 30 Z', n % 3 ? main : tint(main, 0.25)),
      ),
    ),
  ) +
  repeat(8, (n) => group(`rotate(${n * 45 + 20} 400 390)`, ellipse([400, 204, 16, 16], accent))) +
  path(
    'M400 590 Q300 540 300 600 Q310 650 400 590 Z M400 590 Q500 540 500 600 Q490 650 400 590 Z',
    accent,
  ) +
  path('M392 596 L350 690 L384 680 L400 610 L416 680 L450 690 L408 596 Z', tint(accent, -0.15));
