import { blend, glow, hex, palette } from "./color";
import type { Color } from "./color";
import { mix, noiseFrom, step } from "./noise";
import type { Brief, Shade } from "./scene";

/** Ridges one behind the other, paler into the distance, under a low sun. */
export function ridges({ seed, aspect, colors, care }: Brief): Shade {
  const noise = noiseFrom(seed);
  const [sky, haze, far, near] = palette(colors) as [Color, Color, Color, Color];
  const layers = Math.round(3 + care * 5);
  const octaves = Math.round(2 + care * 4);
  const sun = { x: aspect * 0.66, y: 0.34 };
  return (x, y) => {
    const distance = Math.hypot(x - sun.x, y - sun.y);
    let color = blend(sky, haze, step(0, 0.62, y));
    color = glow(color, hex("ffd9a0"), care * 0.5 * Math.exp(-distance * 4));
    color = blend(color, hex("fff4dc"), 1 - step(0.055, 0.055 + 0.012 * (2 - care), distance));
    for (let i = 0; i < layers; i++) {
      const depth = i / (layers - 1);
      const top =
        0.42 + depth * 0.42 - (noise(x * mix(3, 1.3, depth) + i * 31, i * 7, octaves) - 0.5) * mix(0.14, 0.34, depth);
      if (y < top) continue;
      const mist = care * (1 - depth) * step(0.3, 0, y - top) * 0.35;
      color = blend(blend(far, near, depth), haze, mix(0.45, 0, depth) + mist * 0.5);
    }
    return color;
  };
}

/** A sun going down over water. */
export function sea({ seed, aspect, colors, care }: Brief): Shade {
  const noise = noiseFrom(seed);
  const [top, low, sunlight, water] = palette(colors) as [Color, Color, Color, Color];
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

/** Trunks in the mist. */
export function forest({ seed, colors, care }: Brief): Shade {
  const noise = noiseFrom(seed);
  const [mist, light, shade, floor] = palette(colors) as [Color, Color, Color, Color];
  const rows = Math.round(2 + care * 4);
  return (x, y) => {
    let color = blend(light, mist, step(0, 0.7, y) * 0.8 + noise(x * 2, y * 2, 3) * 0.2);
    for (let row = 0; row < rows; row++) {
      const depth = (row + 1) / rows;
      const spacing = mix(9, 3.4, depth);
      const lean = x + (noise(y * 0.8 + row * 9, row * 5, 2) - 0.5) * 0.07;
      const cell = Math.floor(lean * spacing + row * 0.37);
      const centre = noise(cell * 7.7 + row * 3.1, row * 11.3, 1);
      const across = Math.abs(lean * spacing + row * 0.37 - cell - 0.2 - centre * 0.6);
      const width = mix(0.05, 0.12, depth) * (0.7 + 0.6 * y) + care * 0.03 * noise(x * 40, y * 6, 2);
      const base = mix(0.66, 0.98, depth) + 0.05 * noise(x * 6, row, 3);
      if (across < width && y < base) color = blend(mist, shade, mix(0.25, 1, depth));
      if (y >= base) color = blend(mist, floor, mix(0.3, 1, depth) * step(base, base + 0.2, y));
    }
    return glow(color, light, care * 0.18 * step(0.7, 0.1, y) * noise(x * 1.5 - y, y * 0.7, 3));
  };
}
