/** Which part of a picture is seen: moved by pixels from its middle, so many times its size. */
export type View = { x: number; y: number; scale: number };

export type Point = { x: number; y: number };

export const WHOLE: View = { x: 0, y: 0, scale: 1 };

const LARGEST = 8;

/** Larger or smaller around a point, which stays where it is; the whole picture, in its place, at the smallest. */
export function scaled({ x, y, scale }: View, factor: number, around: Point = WHOLE): View {
  const next = Math.min(LARGEST, Math.max(1, scale * factor));
  const by = next / scale;
  return next === 1 ? WHOLE : { x: around.x - (around.x - x) * by, y: around.y - (around.y - y) * by, scale: next };
}

/** Moved, but never so far that the middle of the frame, `size` large, shows nothing of the picture; the whole stays put. */
export function moved({ x, y, scale }: View, by: Point, size: { width: number; height: number }): View {
  const most = { x: ((scale - 1) * size.width) / 2, y: ((scale - 1) * size.height) / 2 };
  return { scale, x: within(x + by.x, most.x), y: within(y + by.y, most.y) };
}

/** Two fingers that went from one pair of places to another: what was under them is under them still. */
export function pinched(
  view: View,
  [a, b]: readonly [Point, Point],
  [c, d]: readonly [Point, Point],
  size: { width: number; height: number },
): View {
  const [from, to] = [middle(a, b), middle(c, d)];
  const closer = scaled(view, distance(c, d) / Math.max(1, distance(a, b)), from);
  return moved(closer, { x: to.x - from.x, y: to.y - from.y }, size);
}

function within(n: number, most: number) {
  return Math.min(most, Math.max(-most, n)) + 0;
}

function middle(a: Point, b: Point) {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function distance(a: Point, b: Point) {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
