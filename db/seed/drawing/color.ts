import { clamp, mix } from "./noise";

/** Red, green and blue, each 0–1. */
export type Color = readonly [number, number, number];

export function hex(code: string): Color {
  const n = parseInt(code, 16);
  return [((n >> 16) & 255) / 255, ((n >> 8) & 255) / 255, (n & 255) / 255];
}

export function blend(a: Color, b: Color, t: number): Color {
  return [mix(a[0], b[0], t), mix(a[1], b[1], t), mix(a[2], b[2], t)];
}

export function glow(color: Color, light: Color, amount: number): Color {
  return [color[0] + light[0] * amount, color[1] + light[1] * amount, color[2] + light[2] * amount];
}

export function scale(color: Color, amount: number): Color {
  return [color[0] * amount, color[1] * amount, color[2] * amount];
}

/** The color at `t` (0–1) along a row of colors. */
export function along(palette: readonly Color[], t: number): Color {
  const place = clamp(t) * (palette.length - 1);
  const first = Math.min(Math.floor(place), palette.length - 2);
  return blend(palette[first]!, palette[first + 1]!, place - first);
}

export function palette(codes: string): Color[] {
  return codes.split(" ").map(hex);
}
