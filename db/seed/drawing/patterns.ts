import { along, blend, glow, hex, palette, scale } from "./color";
import type { Color } from "./color";
import { clamp, mix, noiseFrom, randomFrom, step } from "./noise";
import type { Brief, Shade } from "./scene";

/** Ink folded into ink. */
export function marble({ seed, colors, care }: Brief): Shade {
  const noise = noiseFrom(seed);
  const inks = palette(colors);
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

/** A window of colored glass. */
export function glass({ seed, aspect, colors, care }: Brief): Shade {
  const random = randomFrom(seed);
  const noise = noiseFrom(seed);
  const panes = palette(colors);
  const seats = Array.from({ length: Math.round(24 + care * 70) }, () => ({
    x: random() * aspect,
    y: random(),
    tone: random(),
  }));
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
    const light =
      0.75 + care * 0.5 * (noise(x * 9, y * 9, 3) - 0.4) + care * 0.35 * (1 - Math.hypot(x - aspect / 2, y - 0.5));
    const tone = clamp(pane.tone * 0.5 + 0.5 * Math.hypot(pane.x - aspect / 2, pane.y - 0.5) * 1.3);
    return scale(along(panes, tone), light * step(0.004, 0.012 + care * 0.004, second - first));
  };
}

/** One flower, seen from above. */
export function bloom({ seed, aspect, colors, care }: Brief): Shade {
  const noise = noiseFrom(seed);
  const [ground, outer, inner, heart] = palette(colors) as [Color, Color, Color, Color];
  const petals = 5 + (seed % 4);
  const rows = Math.round(1 + care * 4);
  return (x, y) => {
    const dx = x - aspect / 2;
    const dy = y - 0.5;
    const radius = Math.hypot(dx, dy);
    const angle = Math.atan2(dy, dx) + care * 0.3 * (noise(x * 3, y * 3, 3) - 0.5);
    let color = blend(ground, scale(ground, 0.45), step(0.1, 0.8, radius));
    for (let row = 0; row < rows; row++) {
      const reach = mix(0.44, 0.13, row / Math.max(1, rows));
      const edge = reach * (0.55 + 0.45 * Math.abs(Math.cos(((angle + row * 0.5) * petals) / 2)) ** 0.7);
      if (radius > edge) continue;
      const along = radius / edge;
      const rib = care * 0.22 * noise(angle * 14, radius * 3, 3);
      color = scale(blend(inner, outer, along), 0.72 + 0.33 * along - rib + (row / rows) * 0.15);
    }
    return radius < 0.05 ? scale(heart, 0.8 + 0.4 * noise(x * 60, y * 60, 2)) : color;
  };
}
