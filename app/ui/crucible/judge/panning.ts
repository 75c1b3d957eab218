import { useRef, useState } from "react";
import type { Dispatch, KeyboardEvent, PointerEvent, SetStateAction, WheelEvent } from "react";
import { dataStyle } from "~/ui/parts/data-style";
import { moved, pinched, scaled, WHOLE } from "./view";
import type { Point, View } from "./view";

const STEP = 60;

const moves: Record<string, Point> = {
  ArrowLeft: { x: STEP, y: 0 },
  ArrowRight: { x: -STEP, y: 0 },
  ArrowUp: { x: 0, y: STEP },
  ArrowDown: { x: 0, y: -STEP },
};

/** One view of two pictures: the same part of both, in the same size. By mouse, wheel, fingers, buttons or keys. */
export function usePanning() {
  const [view, setView] = useState(WHOLE);
  const dragging = useDragging(setView);
  const scaleBy = (factor: number, around?: Point) => setView((at) => scaled(at, factor, around));
  return {
    style: dataStyle({ "--x": `${view.x}px`, "--y": `${view.y}px`, "--zoom": view.scale }),
    closer: () => scaleBy(1.5),
    further: () => scaleBy(1 / 1.5),
    handlers: {
      onWheel: (event: WheelEvent) => scaleBy(Math.exp(-event.deltaY / 400), pointOf(event, nearestMiddle(event))),
      ...dragging,
      onDoubleClick: () => setView((at) => (at.scale > 1 ? WHOLE : scaled(at, 2))),
    },
    onKeyDown(event: KeyboardEvent) {
      const [by, size] = [moves[event.key], sizeOf(event)];
      if (by) setView((at) => moved(at, by, size));
      if (event.key === "+" || event.key === "=") scaleBy(1.5);
      if (event.key === "-") scaleBy(1 / 1.5);
      if (event.key === "0") setView(WHOLE);
    },
  };
}

/** Moves the view with one finger or the mouse, and scales it with two fingers. */
function useDragging(setView: Dispatch<SetStateAction<View>>) {
  const down = useRef(new Map<number, Point>());
  const anchor = useRef<Point>(WHOLE);

  function press(event: PointerEvent) {
    if (down.current.size === 0) anchor.current = nearestMiddle(event);
    down.current.set(event.pointerId, pointOf(event, anchor.current));
    // A video keeps its pointer: its controls are there.
    if (!(event.target instanceof HTMLVideoElement)) event.currentTarget.setPointerCapture(event.pointerId);
  }

  /** What this finger moved; a second one that is down lies where it is. */
  function drag(event: PointerEvent) {
    const from = down.current.get(event.pointerId);
    if (!from) return;
    const [to, size] = [pointOf(event, anchor.current), sizeOf(event)];
    const other = [...down.current].find(([id]) => id !== event.pointerId)?.[1];
    down.current.set(event.pointerId, to);
    setView((at) =>
      other ? pinched(at, [from, other], [to, other], size) : moved(at, { x: to.x - from.x, y: to.y - from.y }, size),
    );
  }

  const lift = ({ pointerId }: PointerEvent) => void down.current.delete(pointerId);
  return { onPointerDown: press, onPointerMove: drag, onPointerUp: lift, onPointerCancel: lift };
}

type Pointed = { clientX: number; clientY: number; currentTarget: Element };

function pointOf({ clientX, clientY }: Pointed, from: Point): Point {
  return { x: clientX - from.x, y: clientY - from.y };
}

/** The middle of the half in which it happened; one place of it stands for the same place of the other. */
function nearestMiddle(event: Pointed): Point {
  const boxes = [...event.currentTarget.querySelectorAll(".half")].map((half) => half.getBoundingClientRect());
  const middles = boxes.map(({ left, top, width, height }) => ({ x: left + width / 2, y: top + height / 2 }));
  const far = (point: Point) => Math.hypot(event.clientX - point.x, event.clientY - point.y);
  return middles.sort((a, b) => far(a) - far(b))[0] ?? WHOLE;
}

function sizeOf({ currentTarget }: { currentTarget: Element }) {
  const { width = 0, height = 0 } = currentTarget.querySelector(".half")?.getBoundingClientRect() ?? {};
  return { width, height };
}
