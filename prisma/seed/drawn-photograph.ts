import sharp from 'sharp';

/** What a drawn photograph of the site shows. */
export type SiteLook = {
  /** From 0, pale, to 1, an angry red around the arm. */
  redness: number;
};

const WIDTH = 480;
const HEIGHT = 360;
const ARM = { x: 250, halfWidth: 9, tip: 70, exit: 205 };

type Colour = readonly [number, number, number];
const SKIN: Colour = [214, 170, 146];
const RED: Colour = [178, 52, 44];
const SCAR: Colour = [176, 118, 104];
const STEEL: Colour = [196, 202, 208];

/**
 * A photograph of nobody: skin, a scar, and the arm of a device, drawn from a formula, as a PNG file. The same look
 * gives the same picture.
 */
export function drawnPhotograph(look: SiteLook): Promise<Buffer> {
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 3);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) pixels.set(colourAt(x, y, look), (y * WIDTH + x) * 3);
  }
  return sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .png()
    .toBuffer();
}

function colourAt(x: number, y: number, { redness }: SiteLook): Colour {
  const acrossArm = Math.abs(x - ARM.x);
  if (acrossArm <= ARM.halfWidth && y >= ARM.tip && y <= ARM.exit) {
    return shaded(STEEL, 1 - (acrossArm / ARM.halfWidth) ** 2 / 2 - (y % 8 < 2 ? 0.12 : 0));
  }
  const fromExit = Math.hypot(x - ARM.x, y - ARM.exit);
  const scar = Math.exp(-(((y - 250 - 14 * Math.sin(x / 60)) / 4) ** 2));
  const light = 1 - 0.35 * Math.hypot((x - WIDTH / 2) / WIDTH, (y - HEIGHT / 2) / HEIGHT);
  const grain = 0.97 + 0.03 * Math.sin(x * 12.9898 + y * 78.233);
  const skin = mixed(mixed(SKIN, SCAR, 0.7 * scar), RED, redness * Math.exp(-((fromExit / 70) ** 2)));
  return shaded(skin, light * grain);
}

const mixed = (a: Colour, b: Colour, share: number): Colour => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
  a[2] + (b[2] - a[2]) * share,
];
const shaded = (colour: Colour, light: number): Colour => mixed([0, 0, 0], colour, Math.min(1, light));
