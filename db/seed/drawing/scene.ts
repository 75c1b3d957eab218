import type { Color } from "./color";

/** The color at a point of a picture; x from 0 to its width in heights, y from 0 (top) to 1. */
export type Shade = (x: number, y: number) => Color;

/** What a scene is painted from: its seed, how wide it is, its colors, and how well it is done, 0–1. */
export type Brief = { seed: number; aspect: number; colors: string; care: number };

export type Scene = (brief: Brief) => Shade;
