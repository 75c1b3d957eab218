import type { Colour } from "./color";

/** The colour at a point of a picture; x from 0 to its width in heights, y from 0 (top) to 1. */
export type Shade = (x: number, y: number) => Colour;

/** What a scene is painted from: its seed, how wide it is, its colours, and how well it is done, 0–1. */
export type Brief = { seed: number; aspect: number; colours: string; care: number };

export type Scene = (brief: Brief) => Shade;
