import { useRef } from "react";
import type { TouchEvent } from "react";
import type { Side } from "../pair";

const FAR = 64;

type Start = { x: number; y: number; side: Side };

/** A picture swiped to either side is the one chosen, wherever it lies. Handlers for what holds the pair. */
export function useSwipe(choose: (side: Side) => void) {
  const start = useRef<Start | null>(null);
  return {
    onTouchStart({ touches, target }: TouchEvent) {
      const side = (target as Element).closest<HTMLElement>("[data-side]")?.dataset.side as Side | undefined;
      const touch = touches[0]!;
      const zoomed = (window.visualViewport?.scale ?? 1) > 1.01;
      start.current = side && touches.length === 1 && !zoomed ? { x: touch.clientX, y: touch.clientY, side } : null;
    },
    onTouchEnd({ changedTouches }: TouchEvent) {
      const [from, touch] = [start.current, changedTouches[0]!];
      start.current = null;
      if (!from) return;
      const [across, down] = [Math.abs(touch.clientX - from.x), Math.abs(touch.clientY - from.y)];
      if (across > FAR && across > 2 * down) choose(from.side);
    },
    onTouchCancel() {
      start.current = null;
    },
  };
}
