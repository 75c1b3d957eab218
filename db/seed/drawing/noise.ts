/** A repeatable stream of numbers in [0, 1) (mulberry32). */
export function randomFrom(seed: number) {
  let state = seed >>> 0;
  return function next() {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export type Noise = (x: number, y: number, octaves?: number) => number;

/** Smooth noise in [0, 1), the sum of `octaves` ever finer layers. */
export function noiseFrom(seed: number): Noise {
  const grid = new Float32Array(65536);
  const random = randomFrom(seed);
  for (let i = 0; i < grid.length; i++) grid[i] = random();
  return function noise(x, y, octaves = 4) {
    let sum = 0;
    let amplitude = 0.5;
    for (let octave = 0; octave < octaves; octave++) {
      sum += amplitude * layer(grid, x, y);
      amplitude /= 2;
      x = x * 2 + 17.3;
      y = y * 2 + 9.1;
    }
    return sum / (1 - amplitude * 2);
  };
}

function layer(grid: Float32Array, x: number, y: number) {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const across = ease(x - left);
  const down = ease(y - top);
  const upper = mix(at(grid, left, top), at(grid, left + 1, top), across);
  const lower = mix(at(grid, left, top + 1), at(grid, left + 1, top + 1), across);
  return mix(upper, lower, down);
}

function at(grid: Float32Array, x: number, y: number) {
  return grid[((y & 255) << 8) | (x & 255)]!;
}

function ease(t: number) {
  return t * t * (3 - 2 * t);
}

export function mix(a: number, b: number, t: number) {
  return a + (b - a) * t;
}

export function clamp(value: number, low = 0, high = 1) {
  return Math.min(high, Math.max(low, value));
}

/** 0 below `from`, 1 above `to`, smooth between. */
export function step(from: number, to: number, value: number) {
  return ease(clamp((value - from) / (to - from)));
}
