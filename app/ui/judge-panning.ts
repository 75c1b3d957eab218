import { useState } from "react";
import type { KeyboardEvent, PointerEvent, WheelEvent } from "react";
import { dataStyle } from "./data-style";

type View = { x: number; y: number; scale: number };

const WHOLE: View = { x: 0, y: 0, scale: 1 };
const LARGEST = 8;
const STEP = 60;

const moves: Record<string, readonly [number, number]> = {
  ArrowLeft: [STEP, 0],
  ArrowRight: [-STEP, 0],
  ArrowUp: [0, STEP],
  ArrowDown: [0, -STEP],
};

/** One view of two pictures: the same part of both, in the same size. By pointer, wheel, buttons or keys. */
export function usePanning() {
  const [view, setView] = useState(WHOLE);
  const scaleBy = (factor: number) => setView((at) => scaled(at, factor));
  const moveBy = (x: number, y: number) => setView((at) => (at.scale > 1 ? { ...at, x: at.x + x, y: at.y + y } : at));
  return {
    style: dataStyle({ "--x": `${view.x}px`, "--y": `${view.y}px`, "--zoom": view.scale }),
    closer: () => scaleBy(1.5),
    further: () => scaleBy(1 / 1.5),
    handlers: {
      onWheel: ({ deltaY }: WheelEvent) => scaleBy(Math.exp(-deltaY / 400)),
      onPointerDown: ({ currentTarget, pointerId }: PointerEvent) => currentTarget.setPointerCapture(pointerId),
      onPointerMove: ({ buttons, movementX, movementY }: PointerEvent) => void (buttons === 1 && moveBy(movementX, movementY)),
      onDoubleClick: () => setView((at) => (at.scale > 1 ? WHOLE : scaled(at, 2))),
    },
    onKeyDown({ key }: KeyboardEvent) {
      if (key in moves) moveBy(...moves[key]!);
      if (key === "+" || key === "=") scaleBy(1.5);
      if (key === "-") scaleBy(1 / 1.5);
      if (key === "0") setView(WHOLE);
    },
  };
}

/** Round the middle; back to the whole picture, in its place, at the smallest. */
function scaled({ x, y, scale }: View, factor: number): View {
  const next = Math.min(LARGEST, Math.max(1, scale * factor));
  return next === 1 ? WHOLE : { x: (x * next) / scale, y: (y * next) / scale, scale: next };
}
