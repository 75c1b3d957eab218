import { along, blend, glow, palette, scale } from "./color";
import type { Color } from "./color";
import { clamp, noiseFrom, randomFrom, step } from "./noise";
import type { Brief, Shade } from "./scene";

/** Curtains of light over a black shore. */
export function aurora({ seed, aspect, colors, care }: Brief): Shade {
  const noise = noiseFrom(seed);
  const [night, deep, veil, crest] = palette(colors) as [Color, Color, Color, Color];
  const stars = starsOf(seed, aspect, Math.round(40 + care * 320));
  return (x, y) => {
    let color = blend(night, deep, y);
    color = glow(color, [1, 1, 1], stars(x, y) * (1 - step(0.4, 0.75, y)));
    const sway = noise(x * 1.2, y * 0.4, 3) * 0.6;
    const curtain = noise((x + sway) * (3 + care * 4), y * 0.35, 2 + Math.round(care * 3));
    const height = 0.24 + 0.3 * noise(x * 1.6 + 40, 3, 3);
    const light =
      step(0.35, 0.85, curtain) * step(height - 0.26, height + 0.04, y) * step(height + 0.34, height + 0.06, y);
    color = glow(color, blend(crest, veil, step(height - 0.2, height + 0.15, y)), light * (0.5 + care * 0.6));
    const shore = 0.8 - 0.16 * noise(x * 2.2 + 9, 80, 2 + Math.round(care * 4));
    return y > shore ? scale(night, 0.35) : color;
  };
}

/** A planet of bands, lit from one side, perhaps with a ring. */
export function planet({ seed, aspect, colors, care }: Brief): Shade {
  const noise = noiseFrom(seed);
  const bands = palette(colors);
  const stars = starsOf(seed, aspect, Math.round(60 + care * 300));
  const centre = { x: aspect * 0.5, y: 0.52, radius: 0.3 };
  return (x, y) => {
    const dx = (x - centre.x) / centre.radius;
    const dy = (y - centre.y) / centre.radius;
    const out = dx * dx + dy * dy;
    let color: Color = glow([0.02, 0.02, 0.05], [1, 1, 1], stars(x, y));
    color = glow(color, bands[1]!, care * 0.35 * noise(x * 2, y * 2, 4) ** 2);
    if (out < 1) color = lit(noise, bands, dx, dy, Math.sqrt(1 - out), care);
    else color = glow(color, bands.at(-1)!, care * 0.5 * Math.exp(-(out - 1) * 6) * step(0.6, -1, dx));
    return care > 0.5 ? ringed(color, bands, dx, dy, out) : color;
  };
}

function lit(noise: ReturnType<typeof noiseFrom>, bands: Color[], dx: number, dy: number, dz: number, care: number) {
  const swirl = noise(dx * 3 + 5, dy * 9, Math.round(1 + care * 5)) - 0.5;
  const color = along(bands, clamp((dy + 1) / 2 + swirl * (0.1 + care * 0.4)));
  return scale(color, clamp(-dx * 0.6 - dy * 0.25 + dz * 0.65, 0.03, 1) ** (0.6 + care * 0.4) * 1.15);
}

function ringed(color: Color, bands: Color[], dx: number, dy: number, out: number) {
  const flat = Math.hypot(dx, (dy - dx * 0.18) * 4.2);
  const behind = dy - dx * 0.18 < 0 && out < 1;
  const band = step(1.35, 1.42, flat) * step(2.05, 1.95, flat) * (0.55 + 0.45 * Math.sin(flat * 40));
  return behind ? color : blend(color, bands[2]!, clamp(band * 0.75));
}

function starsOf(seed: number, aspect: number, many: number) {
  const random = randomFrom(seed + 1);
  const stars = Array.from({ length: many }, () => ({
    x: random() * aspect,
    y: random(),
    size: 0.0008 + random() ** 4 * 0.0028,
  }));
  const rows: (typeof stars)[] = Array.from({ length: 100 }, () => []);
  for (const star of stars)
    for (const row of [-1, 0, 1]) rows[clamp(Math.floor(star.y * 100) + row, 0, 99)]!.push(star);
  return (x: number, y: number) => {
    let light = 0;
    for (const star of rows[clamp(Math.floor(y * 100), 0, 99)]!) {
      light += Math.exp(-((Math.hypot(x - star.x, y - star.y) / star.size) ** 2));
    }
    return clamp(light);
  };
}
