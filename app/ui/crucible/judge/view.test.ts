import { expect, test } from "vitest";
import { moved, pinched, scaled, WHOLE } from "./view";

const size = { width: 400, height: 300 };

test("what one scales around stays where it is", () => {
  const view = scaled({ x: 10, y: -20, scale: 2 }, 1.5, { x: 100, y: 50 });
  expect(view.scale).toBe(3);
  // The point of the picture that lay there: (100 − 10) / 2, (50 + 20) / 2.
  expect([view.x + 45 * view.scale, view.y + 35 * view.scale]).toEqual([100, 50]);
});

test("never smaller than whole nor larger than eight times, and whole again in its place", () => {
  expect(scaled({ x: 50, y: 50, scale: 1.2 }, 0.1)).toEqual(WHOLE);
  expect(scaled(WHOLE, 1000).scale).toBe(8);
});

test("the whole picture cannot be moved, and a larger one not out of sight", () => {
  expect(moved(WHOLE, { x: 500, y: 500 }, size)).toEqual(WHOLE);
  expect(moved({ x: 0, y: 0, scale: 2 }, { x: 999, y: -999 }, size)).toEqual({ x: 200, y: -150, scale: 2 });
});

test("two fingers that part make it larger under them; that go along together, move it; that meet, show the whole", () => {
  const apart = pinched(
    WHOLE,
    [
      { x: -50, y: 0 },
      { x: 50, y: 0 },
    ],
    [
      { x: -100, y: 0 },
      { x: 100, y: 0 },
    ],
    size,
  );
  expect(apart).toEqual({ x: 0, y: 0, scale: 2 });
  const along = pinched(
    apart,
    [
      { x: -100, y: 0 },
      { x: 100, y: 0 },
    ],
    [
      { x: -70, y: 20 },
      { x: 130, y: 20 },
    ],
    size,
  );
  expect(along).toEqual({ x: 30, y: 20, scale: 2 });
  expect(
    pinched(
      along,
      [
        { x: -100, y: 0 },
        { x: 100, y: 0 },
      ],
      [
        { x: -1, y: 0 },
        { x: 1, y: 0 },
      ],
      size,
    ),
  ).toEqual(WHOLE);
  expect(
    pinched(
      WHOLE,
      [
        { x: 5, y: 5 },
        { x: 5, y: 5 },
      ],
      [
        { x: 5, y: 5 },
        { x: 9, y: 5 },
      ],
      size,
    ).scale,
  ).toBeLessThanOrEqual(8);
});
