export type IconName =
  | "bell"
  | "buzz"
  | "check"
  | "chevron"
  | "clock"
  | "dots"
  | "down"
  | "image"
  | "keys"
  | "left"
  | "lock"
  | "mute"
  | "pause"
  | "play"
  | "plus"
  | "right"
  | "search"
  | "shield"
  | "up"
  | "warn"
  | "x"
  | "zoom";

/** A mark beside words, never instead of them; colored by the text around it. */
export function Icon({ name }: { name: IconName }) {
  return <i className={`i i-${name}`} aria-hidden="true" />;
}
