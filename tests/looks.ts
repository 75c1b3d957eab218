export const widths = [320, 768, 1280] as const;
const schemes = ["dark", "light"] as const;

/** How a page is looked at: how wide, in which colors, and whether its scripts run. */
export type Look = { width: number; scheme: (typeof schemes)[number]; scripts: boolean };

const odd = ({ width, scheme }: Omit<Look, "scripts">) =>
  (widths.indexOf(width as 320) + schemes.indexOf(scheme)) % 2 === 1;

/** The six that pages take in turn. Scripts are off in every second one, so each width and scheme meets both. */
export const looks: Look[] = widths.flatMap((width) =>
  schemes.map((scheme) => ({ width, scheme, scripts: !odd({ width, scheme }) })),
);

/** Everything there is, with scripts first. */
export const allLooks: Look[] = [true, false].flatMap((scripts) =>
  widths.flatMap((width) => schemes.map((scheme) => ({ width, scheme, scripts }))),
);

/** The looks a page gets: its turn, or all of them with `LOOKS=all`. */
export function looksOf(name: string): Look[] {
  return process.env.LOOKS === "all" ? allLooks : [looks[turnOf(name, looks.length)]!];
}

/** A number below `count` that depends on the name alone (FNV-1a), so that adding a page or a test moves no other. */
export function turnOf(name: string, count: number) {
  let hash = 0x811c9dc5;
  for (const letter of name) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193) >>> 0;
  return hash % count;
}

export function visibleText({ width, scheme, scripts }: Look) {
  return `${width} px wide, ${scheme}, ${scripts ? "with" : "without"} scripts`;
}
