import { clamp, mix } from "./noise";

/** Red, green and blue, each 0–1. */
export type Colour = readonly [number, number, number];

export function hex(code: string): Colour {
  const n = parseInt(code, 16);
  return [((n >> 16) & 255) / 255, ((n >> 8) & 255) / 255, (n & 255) / 255];
}

export function blend(a: Colour, b: Colour, t: number): Colour {
  return [mix(a[0], b[0], t), mix(a[1], b[1], t), mix(a[2], b[2], t)];
}

export function glow(colour: Colour, light: Colour, amount: number): Colour {
  return [colour[0] + light[0] * amount, colour[1] + light[1] * amount, colour[2] + light[2] * amount];
}

export function scale(colour: Colour, amount: number): Colour {
  return [colour[0] * amount, colour[1] * amount, colour[2] * amount];
}

/** The colour at `t` (0–1) along a row of colours. */
export function along(palette: readonly Colour[], t: number): Colour {
  const place = clamp(t) * (palette.length - 1);
  const first = Math.min(Math.floor(place), palette.length - 2);
  return blend(palette[first]!, palette[first + 1]!, place - first);
}

export function palette(codes: string): Colour[] {
  return codes.split(" ").map(hex);
}
