import { thumbHashToAverageRGBA } from "thumbhash";

const HAS_ALPHA = 0x80;

/** Whether one can see through some of a picture, by its base64 thumbhash. */
export function isClear(thumbhash: string | null) {
  return thumbhash !== null && (atob(thumbhash).charCodeAt(2) & HAS_ALPHA) !== 0;
}

/** The average color behind a base64 thumbhash, to stand in a picture's place until it is there. */
export function tone(thumbhash: string | null) {
  if (!thumbhash) return undefined;
  const bytes = Uint8Array.from(atob(thumbhash), (letter) => letter.charCodeAt(0));
  const { r, g, b } = thumbHashToAverageRGBA(bytes);
  return `rgb(${[r, g, b].map((part) => Math.round(part * 255)).join(" ")})`;
}
