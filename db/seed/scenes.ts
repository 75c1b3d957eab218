import { along, blend, glow, hex, palette, scale } from "./colour";
import type { Colour } from "./colour";
import { clamp, mix, noiseFrom, randomFrom, step } from "./noise";

/** The colour at a point of a picture; x from 0 to its width in heights, y from 0 (top) to 1. */
export type Shade = (x: number, y: number) => Colour;

/** What a scene is painted from: its seed, how wide it is, its colours, and how well it is done, 0–1. */
export type Brief = { seed: number; aspect: number; colours: string; care: number };

export type Scene = (brief: Brief) => Shade;

/** Ridges one behind the other, paler into the distance, under a low sun. */
export function ridges({ seed, aspect, colours, care }: Brief): Shade {
  const noise = noiseFrom(seed);
  const [sky, haze, far, near] = palette(colours) as [Colour, Colour, Colour, Colour];
  const layers = Math.round(3 + care * 5);
  const octaves = Math.round(2 + care * 4);
  const sun = { x: aspect * 0.66, y: 0.34 };
  return (x, y) => {
    const distance = Math.hypot(x - sun.x, y - sun.y);
    let colour = blend(sky, haze, step(0, 0.62, y));
    colour = glow(colour, hex("ffd9a0"), care * 0.5 * Math.exp(-distance * 4));
    colour = blend(colour, hex("fff4dc"), 1 - step(0.055, 0.055 + 0.012 * (2 - care), distance));
    for (let i = 0; i < layers; i++) {
      const depth = i / (layers - 1);
      const top = 0.42 + depth * 0.42 - (noise(x * mix(3, 1.3, depth) + i * 31, i * 7, octaves) - 0.5) * mix(0.14, 0.34, depth);
      if (y < top) continue;
      const mist = care * (1 - depth) * step(0.3, 0, y - top) * 0.35;
      colour = blend(blend(far, near, depth), haze, mix(0.45, 0, depth) + mist * 0.5);
    }
    return colour;
  };
}

/** Curtains of light over a black shore. */
export function aurora({ seed, aspect, colours, care }: Brief): Shade {
  const noise = noiseFrom(seed);
  const [night, deep, veil, crest] = palette(colours) as [Colour, Colour, Colour, Colour];
  const stars = starsOf(seed, aspect, Math.round(40 + care * 320));
  return (x, y) => {
    let colour = blend(night, deep, y);
    colour = glow(colour, [1, 1, 1], stars(x, y) * (1 - step(0.4, 0.75, y)));
    const sway = noise(x * 1.2, y * 0.4, 3) * 0.6;
    const curtain = noise((x + sway) * (3 + care * 4), y * 0.35, 2 + Math.round(care * 3));
    const height = 0.24 + 0.3 * noise(x * 1.6 + 40, 3, 3);
    const light = step(0.35, 0.85, curtain) * step(height - 0.26, height + 0.04, y) * step(height + 0.34, height + 0.06, y);
    colour = glow(colour, blend(crest, veil, step(height - 0.2, height + 0.15, y)), light * (0.5 + care * 0.6));
    const shore = 0.8 - 0.16 * noise(x * 2.2 + 9, 80, 2 + Math.round(care * 4));
    return y > shore ? scale(night, 0.35) : colour;
  };
}

/** Ink folded into ink. */
export function marble({ seed, colours, care }: Brief): Shade {
  const noise = noiseFrom(seed);
  const inks = palette(colours);
  const octaves = Math.round(1 + care * 5);
  const fold = 0.6 + care * 2.6;
  return (x, y) => {
    const u = noise(x * 2 + 3, y * 2, octaves);
    const v = noise(x * 2, y * 2 + 8, octaves);
    const w = noise(x * 2 + fold * u * 2, y * 2 + fold * v * 2, octaves);
    const vein = care * step(0.06, 0, Math.abs(w - 0.5)) * 0.5;
    return glow(along(inks, step(0.22, 0.78, w)), hex("fff3d6"), vein * u);
  };
}

/** A planet of bands, lit from one side, perhaps with a ring. */
export function planet({ seed, aspect, colours, care }: Brief): Shade {
  const noise = noiseFrom(seed);
  const bands = palette(colours);
  const stars = starsOf(seed, aspect, Math.round(60 + care * 300));
  const centre = { x: aspect * 0.5, y: 0.52, radius: 0.3 };
  return (x, y) => {
    const dx = (x - centre.x) / centre.radius;
    const dy = (y - centre.y) / centre.radius;
    const out = dx * dx + dy * dy;
    let colour: Colour = glow([0.02, 0.02, 0.05], [1, 1, 1], stars(x, y));
    colour = glow(colour, bands[1]!, care * 0.35 * noise(x * 2, y * 2, 4) ** 2);
    if (out < 1) colour = lit(noise, bands, dx, dy, Math.sqrt(1 - out), care);
    else colour = glow(colour, bands.at(-1)!, care * 0.5 * Math.exp(-(out - 1) * 6) * step(0.6, -1, dx));
    return care > 0.5 ? ringed(colour, bands, dx, dy, out) : colour;
  };
}

function lit(noise: ReturnType<typeof noiseFrom>, bands: Colour[], dx: number, dy: number, dz: number, care: number) {
  const swirl = noise(dx * 3 + 5, dy * 9, Math.round(1 + care * 5)) - 0.5;
  const colour = along(bands, clamp((dy + 1) / 2 + swirl * (0.1 + care * 0.4)));
  return scale(colour, clamp(-dx * 0.6 - dy * 0.25 + dz * 0.65, 0.03, 1) ** (0.6 + care * 0.4) * 1.15);
}

function ringed(colour: Colour, bands: Colour[], dx: number, dy: number, out: number) {
  const flat = Math.hypot(dx, (dy - dx * 0.18) * 4.2);
  const behind = dy - dx * 0.18 < 0 && out < 1;
  const band = step(1.35, 1.42, flat) * step(2.05, 1.95, flat) * (0.55 + 0.45 * Math.sin(flat * 40));
  return behind ? colour : blend(colour, bands[2]!, clamp(band * 0.75));
}

/** A sun going down over water. */
export function sea({ seed, aspect, colours, care }: Brief): Shade {
  const noise = noiseFrom(seed);
  const [top, low, sunlight, water] = palette(colours) as [Colour, Colour, Colour, Colour];
  const sun = { x: aspect * 0.5, y: 0.43 };
  return (x, y) => {
    if (y < 0.55) {
      const cloud = step(0.5, 0.8, noise(x * 2, y * 7, Math.round(1 + care * 5))) * care;
      const distance = Math.hypot(x - sun.x, y - sun.y);
      let sky = blend(top, low, step(0, 0.55, y));
      sky = glow(sky, sunlight, 0.6 * Math.exp(-distance * (7 - care * 3)));
      return blend(blend(sky, blend(sunlight, low, 0.4), cloud * 0.7), sunlight, 1 - step(0.08, 0.087, distance));
    }
    const depth = (y - 0.55) / 0.45;
    const wave = noise(x * (6 / (depth + 0.2)), (60 * depth) / (depth + 0.4), Math.round(1 + care * 4));
    const path = step(0.1 + depth * 0.35, 0, Math.abs(x - sun.x)) * step(0.35, 0.75, wave);
    return blend(blend(low, water, step(0, 0.5, depth) * 0.6 + wave * 0.4), sunlight, path * (0.5 + care * 0.5));
  };
}

/** A window of coloured glass. */
export function glass({ seed, aspect, colours, care }: Brief): Shade {
  const random = randomFrom(seed);
  const noise = noiseFrom(seed);
  const panes = palette(colours);
  const seats = Array.from({ length: Math.round(24 + care * 70) }, () => ({ x: random() * aspect, y: random(), tone: random() }));
  return (x, y) => {
    const px = x + care * 0.05 * (noise(x * 5, y * 5, 2) - 0.5);
    let first = 9;
    let second = 9;
    let pane = seats[0]!;
    for (const seat of seats) {
      const distance = Math.hypot(px - seat.x, y - seat.y);
      if (distance < first) [second, first, pane] = [first, distance, seat];
      else if (distance < second) second = distance;
    }
    const light = 0.75 + care * 0.5 * (noise(x * 9, y * 9, 3) - 0.4) + care * 0.35 * (1 - Math.hypot(x - aspect / 2, y - 0.5));
    const tone = clamp(pane.tone * 0.5 + 0.5 * Math.hypot(pane.x - aspect / 2, pane.y - 0.5) * 1.3);
    return scale(along(panes, tone), light * step(0.004, 0.012 + care * 0.004, second - first));
  };
}

/** One flower, seen from above. */
export function bloom({ seed, aspect, colours, care }: Brief): Shade {
  const noise = noiseFrom(seed);
  const [ground, outer, inner, heart] = palette(colours) as [Colour, Colour, Colour, Colour];
  const petals = 5 + (seed % 4);
  const rows = Math.round(1 + care * 4);
  return (x, y) => {
    const dx = x - aspect / 2;
    const dy = y - 0.5;
    const radius = Math.hypot(dx, dy);
    const angle = Math.atan2(dy, dx) + care * 0.3 * (noise(x * 3, y * 3, 3) - 0.5);
    let colour = blend(ground, scale(ground, 0.45), step(0.1, 0.8, radius));
    for (let row = 0; row < rows; row++) {
      const reach = mix(0.44, 0.13, row / Math.max(1, rows));
      const edge = reach * (0.55 + 0.45 * Math.abs(Math.cos(((angle + row * 0.5) * petals) / 2)) ** 0.7);
      if (radius > edge) continue;
      const along = radius / edge;
      const rib = care * 0.22 * noise(angle * 14, radius * 3, 3);
      colour = scale(blend(inner, outer, along), 0.72 + 0.33 * along - rib + (row / rows) * 0.15);
    }
    return radius < 0.05 ? scale(heart, 0.8 + 0.4 * noise(x * 60, y * 60, 2)) : colour;
  };
}

/** Trunks in the mist. */
export function forest({ seed, colours, care }: Brief): Shade {
  const noise = noiseFrom(seed);
  const [mist, light, shade, floor] = palette(colours) as [Colour, Colour, Colour, Colour];
  const rows = Math.round(2 + care * 4);
  return (x, y) => {
    let colour = blend(light, mist, step(0, 0.7, y) * 0.8 + noise(x * 2, y * 2, 3) * 0.2);
    for (let row = 0; row < rows; row++) {
      const depth = (row + 1) / rows;
      const spacing = mix(9, 3.4, depth);
      const lean = x + (noise(y * 0.8 + row * 9, row * 5, 2) - 0.5) * 0.07;
      const cell = Math.floor(lean * spacing + row * 0.37);
      const centre = noise(cell * 7.7 + row * 3.1, row * 11.3, 1);
      const across = Math.abs(lean * spacing + row * 0.37 - cell - 0.2 - centre * 0.6);
      const width = mix(0.05, 0.12, depth) * (0.7 + 0.6 * y) + care * 0.03 * noise(x * 40, y * 6, 2);
      const base = mix(0.66, 0.98, depth) + 0.05 * noise(x * 6, row, 3);
      if (across < width && y < base) colour = blend(mist, shade, mix(0.25, 1, depth));
      if (y >= base) colour = blend(mist, floor, mix(0.3, 1, depth) * step(base, base + 0.2, y));
    }
    return glow(colour, light, care * 0.18 * step(0.7, 0.1, y) * noise(x * 1.5 - y, y * 0.7, 3));
  };
}

function starsOf(seed: number, aspect: number, many: number) {
  const random = randomFrom(seed + 1);
  const stars = Array.from({ length: many }, () => ({ x: random() * aspect, y: random(), size: 0.0008 + random() ** 4 * 0.0028 }));
  const rows: (typeof stars)[] = Array.from({ length: 100 }, () => []);
  for (const star of stars) for (const row of [-1, 0, 1]) rows[clamp(Math.floor(star.y * 100) + row, 0, 99)]!.push(star);
  return (x: number, y: number) => {
    let light = 0;
    for (const star of rows[clamp(Math.floor(y * 100), 0, 99)]!) {
      light += Math.exp(-((Math.hypot(x - star.x, y - star.y) / star.size) ** 2));
    }
    return clamp(light);
  };
}
