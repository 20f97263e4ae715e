import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('../../app/tokens.css', import.meta.url), 'utf8');
const pairs = [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)];
const themes = {
  light: new Map(pairs.map(([, name, light]) => [name, light])),
  dark: new Map(pairs.map(([, name, , dark]) => [name, dark])),
};

type Rgb = [number, number, number];

/** Linear RGB of a `#rrggbb`, as WCAG 2.2 defines it. */
function linear(hex: string): Rgb {
  return [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
}

function contrast(one: string, other: string): number {
  const luminances = [one, other].map((hex) => {
    const [red, green, blue] = linear(hex);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
  });
  return Math.max(...luminances) / Math.min(...luminances);
}

const grounds = ['surface', 'surface-sunk', 'surface-raised'];
const tints = ['accent-soft', 'act-soft', 'look-soft', 'info-soft'];
const phases = ['latency', 'activation', 'consolidation', 'removal', 'hold'].map((phase) => `phase-${phase}`);
const series = ['1', '2', '3', '4', '5', '6'].map((n) => `series-${n}`);

/** Pairs of words on a ground: 4.5 : 1. */
const words: [string, string][] = [
  ...[...grounds, ...tints].flatMap((ground): [string, string][] => [
    ['ink', ground],
    ['ink-muted', ground],
  ]),
  ...grounds.flatMap((ground) =>
    ['accent', 'act', 'look', 'info', 'unknown', 'chart-axis'].map((ink): [string, string] => [ink, ground]),
  ),
  ...phases.flatMap((phase): [string, string][] => [
    ['ink', phase],
    ['ink-muted', phase],
  ]),
  ['accent', 'accent-soft'],
  ['act', 'act-soft'],
  ['look', 'look-soft'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-act', 'act-solid'],
  ['on-look', 'look-solid'],
];

/** Lines, marks and edges of controls: 3 : 1. */
const marks: [string, string][] = [
  ...['surface', 'surface-sunk', 'surface-raised', 'phase-latency', 'phase-consolidation'].flatMap((ground) =>
    ['line-strong', 'act-solid', 'chart-reported', 'chart-planned', 'chart-measured', 'chart-travel-end'].map(
      (mark): [string, string] => [mark, ground],
    ),
  ),
  ...['surface', 'phase-latency', 'phase-consolidation'].flatMap((ground) =>
    series.map((mark): [string, string] => [mark, ground]),
  ),
  ['chart-original', 'surface'],
  ['chart-forecast', 'chart-forecast-fan'],
  ['chart-planned', 'chart-tolerance'],
];

/** Full colour-vision deficiency in linear RGB (Machado, Oliveira and Fernandes, IEEE TVCG 2009;15:1291). */
const vision = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} satisfies Record<string, Rgb[]>;

function times(matrix: Rgb[], [x, y, z]: Rgb): Rgb {
  return matrix.map(([a, b, c]) => a * x + b * y + c * z) as Rgb;
}

function seenWith(matrix: Rgb[], colour: Rgb): Rgb {
  return times(matrix, colour).map((channel) => Math.min(1, Math.max(0, channel))) as Rgb;
}

function okLab(colour: Rgb): Rgb {
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    colour,
  ).map(Math.cbrt) as Rgb;
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cones,
  );
}

function distance(one: Rgb, other: Rgb): number {
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  const hex = (name: string) => {
    const value = themes[theme].get(name);
    if (!value) throw new Error(`no token --${name}`);
    return value;
  };

  test.each(words)('%s is readable on %s', (ink, ground) => {
    expect(contrast(hex(ink), hex(ground))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(marks)('%s can be seen on %s', (mark, ground) => {
    expect(contrast(hex(mark), hex(ground))).toBeGreaterThanOrEqual(3);
  });

  test.each(Object.keys(vision))('any two series can be told apart with %s sight', (sight) => {
    const seen = series.map((name) =>
      okLab(seenWith(vision[sight as keyof typeof vision], linear(hex(name)))),
    );
    for (const [index, one] of seen.entries()) {
      for (const other of seen.slice(index + 1)) expect(distance(one, other)).toBeGreaterThan(0.09);
    }
  });
});
