import { thumbHashToAverageRGBA } from "thumbhash";

/** The average colour behind a base64 thumbhash, to stand in a picture's place until it is there. */
export function tone(thumbhash: string | null) {
  if (!thumbhash) return undefined;
  const bytes = Uint8Array.from(atob(thumbhash), (letter) => letter.charCodeAt(0));
  const { r, g, b } = thumbHashToAverageRGBA(bytes);
  return `rgb(${[r, g, b].map((part) => Math.round(part * 255)).join(" ")})`;
}
