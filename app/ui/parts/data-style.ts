import type { CSSProperties } from "react";

/** Data for the style sheet, as custom properties: a share, a hue, a color of a picture. Never looks. */
export function dataStyle(data: Record<`--${string}`, string | number | undefined>) {
  return data as CSSProperties;
}
