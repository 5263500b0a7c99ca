import { ellipse, group, line, path, rect, repeat, tint } from '../svg.ts';
import type { Motif } from '../svg.ts';

const speckles = (color: string, spots: readonly (readonly [number, number])[]): string =>
  spots.map(([x, y]) => ellipse([x, y, 5, 4], color)).join('');

const mugBody = (main: string): string =>
  line('M530 350 Q640 340 640 440 Q640 540 520 540', tint(main, -0.12), 34) +
  path('M250 290 H550 L540 590 Q535 640 480 640 H320 Q265 640 260 590 Z', main) +
  ellipse([400, 290, 150, 34], tint(main, -0.3)) +
  ellipse([400, 296, 130, 24], '#6b4a35');

const steam = (color: string): string =>
  line('M350 230 q-24 -34 0 -66 q24 -32 0 -64 M450 230 q-24 -34 0 -66 q24 -32 0 -64', color, 10);

export const mug: Motif = ({ background, main, accent }) =>
  steam(tint(background, 0.8)) +
  mugBody(main) +
  path('M256 470 Q400 510 544 470 L540 590 Q535 640 480 640 H320 Q265 640 260 590 Z', accent) +
  speckles(tint(main, -0.35), [
    [300, 360],
    [350, 420],
    [420, 370],
    [480, 430],
    [510, 350],
    [330, 450],
  ]);

export const campMug: Motif = ({ background, main, accent }) =>
  steam(tint(background, 0.8)) +
  mugBody(main) +
  line('M250 290 Q400 340 550 290', accent, 14) +
  line('M530 352 Q638 342 638 440 Q638 538 522 538', accent, 8) +
  path('M330 560 l70 -130 l70 130 Z', tint(main, 0.75)) +
  path('M375 478 l25 -48 l25 48 l-25 14 Z', accent);

export const cups: Motif = ({ main, accent }) =>
  repeat(3, (n) =>
    group(
      `translate(${n === 2 ? 190 : 60 + n * 260} ${n === 2 ? 60 : 290}) scale(0.54)`,
      mugBody(n === 1 ? accent : main),
    ),
  );

export const teapot: Motif = ({ main, accent }) =>
  line('M560 390 Q690 360 680 480 Q670 570 550 560', tint(main, -0.15), 30) +
  path('M270 480 Q170 460 150 330 L205 318 Q220 400 290 420 Z', tint(main, -0.12)) +
  ellipse([410, 490, 185, 152], main) +
  path('M290 375 Q410 310 530 375 Q410 410 290 375 Z', tint(main, -0.2)) +
  path('M305 362 Q410 270 515 362 Q410 390 305 362 Z', tint(main, 0.12)) +
  ellipse([410, 300, 26, 24], accent) +
  line('M240 540 Q410 610 580 540', accent, 14) +
  rect([330, 622, 160, 22], tint(main, -0.25), 10);

export const bowl: Motif = ({ main, accent }) =>
  path('M170 400 H630 Q620 620 470 640 H330 Q180 620 170 400 Z', main) +
  ellipse([400, 400, 230, 60], tint(main, -0.18)) +
  ellipse([400, 408, 205, 46], tint(accent, 0.25)) +
  repeat(7, (n) =>
    ellipse([260 + n * 47, 402 + ((n * 17) % 24) - 8, 20, 12], n % 2 ? '#b1495a' : '#4e6a8e'),
  ) +
  line('M182 490 Q400 560 618 490', accent, 12);

export const plate: Motif = ({ main, accent }) =>
  repeat(
    3,
    (n) =>
      ellipse([400, 560 - n * 26, 250, 72], tint(main, -0.2)) +
      ellipse([400, 552 - n * 26, 250, 70], tint(main, -0.04)),
  ) +
  ellipse([400, 330, 230, 230], tint(main, -0.08)) +
  ellipse([400, 324, 226, 226], main) +
  ellipse([400, 324, 160, 160], tint(main, -0.07)) +
  `<circle cx="400" cy="324" r="196" fill="none" stroke="${accent}" stroke-width="10"/>`;

export const vase: Motif = ({ main, accent }) =>
  line('M400 330 Q390 220 340 130 M402 330 Q420 200 470 150 M400 330 V110', '#5f7a52', 8) +
  repeat(5, (n) =>
    group(`translate(340 130) rotate(${n * 72})`, ellipse([0, -24, 15, 24], accent)),
  ) +
  repeat(5, (n) =>
    group(`translate(472 148) rotate(${n * 72 + 20})`, ellipse([0, -20, 12, 20], accent)),
  ) +
  repeat(5, (n) =>
    group(
      `translate(400 105) rotate(${n * 72 + 40})`,
      ellipse([0, -22, 14, 22], tint(accent, 0.3)),
    ),
  ) +
  ellipse([340, 130, 12, 12], '#f3d27a') +
  ellipse([472, 148, 10, 10], '#f3d27a') +
  ellipse([400, 105, 11, 11], '#f3d27a') +
  path(
    'M365 320 H435 Q430 400 480 450 Q530 520 480 610 Q465 642 400 642 Q335 642 320 610 Q270 520 320 450 Q370 400 365 320 Z',
    main,
  ) +
  path(
    'M300 500 Q400 540 500 500 Q520 560 480 610 Q465 642 400 642 Q335 642 320 610 Q280 560 300 500 Z',
    tint(main, -0.15),
  ) +
  ellipse([400, 320, 36, 10], tint(main, -0.35));

export const jug: Motif = ({ main, accent }) =>
  line('M520 300 Q640 300 620 430 Q605 520 530 530', tint(main, -0.15), 30) +
  path(
    'M270 180 L330 210 H520 Q500 300 540 400 Q580 520 530 610 Q515 642 470 642 H330 Q285 642 270 610 Q220 520 260 400 Q300 300 270 180 Z',
    main,
  ) +
  path(
    'M245 470 Q400 520 555 470 Q565 550 530 610 Q515 642 470 642 H330 Q285 642 270 610 Q235 550 245 470 Z',
    accent,
  );

export const skillet: Motif = ({ main, accent }) =>
  group(
    'rotate(-38 400 420)',
    rect([580, 390, 220, 56], main, 28) + ellipse([770, 418, 14, 14], tint(main, 0.5)),
  ) +
  ellipse([360, 450, 220, 190], tint(main, -0.2)) +
  ellipse([360, 440, 220, 186], main) +
  ellipse([360, 444, 184, 152], tint(main, -0.3)) +
  path(
    'M270 420 q40 -70 110 -40 q80 -10 80 60 q30 70 -60 90 q-70 30 -110 -20 q-60 -30 -20 -90 Z',
    '#fffaf0',
  ) +
  ellipse([365, 450, 48, 44], accent) +
  ellipse([352, 436, 14, 10], tint(accent, 0.5));

export const saucepan: Motif = ({ main, accent }) =>
  rect([560, 400, 190, 34], accent, 16) +
  path('M200 380 H580 V590 Q580 640 530 640 H250 Q200 640 200 590 Z', main) +
  rect([186, 362, 408, 34], tint(main, -0.2), 16) +
  path('M205 360 Q390 250 575 360 Z', tint(main, 0.18)) +
  ellipse([390, 290, 34, 22], accent) +
  rect([230, 430, 26, 160], tint(main, 0.3), 13);

export const kettle: Motif = ({ main, accent }) =>
  line('M270 360 Q270 170 400 170 Q530 170 530 360', accent, 28) +
  path('M540 470 Q620 440 640 340 L690 356 Q680 500 570 560 Z', tint(main, -0.15)) +
  path(
    'M200 600 Q200 350 400 350 Q600 350 600 600 Q600 640 560 640 H240 Q200 640 200 600 Z',
    main,
  ) +
  path('M310 368 Q400 320 490 368 Q400 392 310 368 Z', tint(main, -0.25)) +
  ellipse([400, 336, 22, 20], accent) +
  path('M235 560 Q240 440 310 400 Q280 480 285 590 Q240 600 235 560 Z', tint(main, 0.3));

export const knife: Motif = ({ main, accent }) =>
  group(
    'rotate(-32 400 420)',
    path('M60 380 H480 V500 Q240 500 60 380 Z', '#c9d0d6') +
      path('M60 380 H480 V420 H140 Z', '#e4e9ec') +
      rect([470, 372, 40, 136], '#8d969e', 8) +
      path('M505 378 H700 Q745 384 745 430 Q745 470 700 470 H505 Z', main) +
      repeat(3, (n) => ellipse([550 + n * 62, 424, 11, 11], accent)),
  );

export const board: Motif = ({ main, accent }) =>
  path(
    'M220 260 Q220 220 260 220 H350 Q360 220 360 190 V140 Q360 110 400 110 Q440 110 440 140 V190 Q440 220 450 220 H540 Q580 220 580 260 V600 Q580 640 540 640 H260 Q220 640 220 600 Z',
    main,
  ) +
  ellipse([400, 160, 18, 18], tint(main, -0.45)) +
  repeat(4, (n) => line(`M${270 + n * 84} 250 q14 180 -6 370`, tint(main, -0.12), 6)) +
  ellipse([340, 500, 62, 62], accent) +
  ellipse([340, 500, 48, 48], tint(accent, 0.45)) +
  ellipse([470, 540, 52, 52], accent) +
  ellipse([470, 540, 40, 40], tint(accent, 0.45));

export const spoons: Motif = ({ main }) =>
  [-16, 0, 16]
    .map((angle, n) =>
      group(
        `rotate(${angle} 400 700)`,
        rect([384, 300, 32, 340], tint(main, (n - 1) * 0.12), 16) +
          ellipse([400, 240, 62, 88], tint(main, (n - 1) * 0.12)) +
          ellipse([400, 244, 42, 64], tint(main, (n - 1) * 0.12 - 0.2)),
      ),
    )
    .join('');

export const towels: Motif = ({ main, accent }) =>
  rect([150, 170, 500, 22], '#8a6a4f', 11) +
  path('M210 180 H400 V610 H210 Z', main) +
  path('M420 180 H600 V560 H420 Z', tint(main, -0.07)) +
  repeat(4, (n) => rect([210, 480 + n * 30, 190, 14], accent)) +
  repeat(6, (n) => rect([436 + n * 28, 180, 8, 380], tint(accent, 0.2))) +
  repeat(10, (n) => rect([420, 210 + n * 36, 180, 6], tint(accent, 0.35)));

export const measures: Motif = ({ main, accent }) =>
  repeat(4, (n) =>
    group(
      `translate(${120 + n * 34} ${110 + n * 118}) scale(${1 - n * 0.16})`,
      rect([250, 40, 300, 34], tint(main, -0.15), 17) +
        path('M40 20 H270 Q270 130 200 140 H110 Q40 130 40 20 Z', main) +
        rect([30, 8, 250, 26], accent, 13),
    ),
  );
