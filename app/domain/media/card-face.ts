// The plane on which a shared card's words stand, and where they stand on it; in pixels, in the site's dark colours.

export const CARD = { width: 1200, height: 630 };

/** The words' side; the rest is the picture's. */
export const FACE = { width: 660, edge: 64, title: 218, foot: 470 };

export const FONTS = ["Liberation Sans", "DejaVu Sans"];

export type Fact = { figure: string; unit?: string; label: string; gold?: boolean };

const colours = { ground: "#1a1b1e", line: "#373a40", text: "#ffffff", second: "#c1c2c5", third: "#9b9da2", gold: "#fcc02e" };

const COLUMN = 340;

const VESSEL =
  "M6 29h47a3 3 0 0 1 3 3v1.5a3 3 0 0 1-3 3h-1.6l-3.1 13A10 10 0 0 1 38.6 57H25.4a10 10 0 0 1-9.7-7.5l-3.2-13A7 7 0 0 1 6 29z";
const EMBER = "M32 6.5c5.8 5.2 8.5 9.2 8.5 13.5a8.5 8.5 0 0 1-17 0c0-4.3 2.7-8.3 8.5-13.5z";

/** The mark, the name of the site, a line on how it stands, and figures over their labels, as SVG; without the title. */
export function cardFace({ state, facts }: { state: string; facts: readonly Fact[] }) {
  const { width, edge } = FACE;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${CARD.height}" font-family="${FONTS.join(", ")}, sans-serif">
    <rect width="${width}" height="${CARD.height}" fill="${colours.ground}"/>
    ${mark(edge, 56, 0.875)}
    <text x="${edge + 74}" y="95" font-size="32" font-weight="bold" fill="${colours.text}">Crucible</text>
    <svg x="${edge}" y="156" width="${width - 2 * edge}" height="44"><text y="30" font-size="25" fill="${colours.second}">${escaped(state)}</text></svg>
    <rect x="${edge}" y="486" width="${width - 2 * edge}" height="2" fill="${colours.line}"/>
    ${facts.map((fact, i) => figure(fact, edge + i * COLUMN)).join("")}
  </svg>`;
}

/** What stands where a picture would, when there is none that everyone may see. */
export function cardBlank() {
  const [width, size] = [CARD.width - FACE.width, 4];
  const at = { x: (width - 64 * size) / 2, y: (CARD.height - 64 * size) / 2 };
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${CARD.height}">
    <rect width="${width}" height="${CARD.height}" fill="#25262b"/>${mark(at.x, at.y, size)}
  </svg>`;
}

function mark(x: number, y: number, size: number) {
  return `<g transform="translate(${x} ${y}) scale(${size})">
    <rect width="64" height="64" rx="14" fill="#2b2d33"/><path fill="#f4f5f7" d="${VESSEL}"/>
    <path fill="none" stroke="#2b2d33" stroke-width="7" stroke-linejoin="round" d="${EMBER}"/><path fill="#ff922b" d="${EMBER}"/>
  </g>`;
}

function figure({ figure, unit, label, gold }: Fact, x: number) {
  const after = unit ? `<tspan font-size="24" font-weight="normal" dx="8">${escaped(unit)}</tspan>` : "";
  return `<text x="${x}" y="548" font-size="46" font-weight="bold" fill="${gold ? colours.gold : colours.text}">${escaped(figure)}${after}</text>
    <text x="${x}" y="582" font-size="18" font-weight="bold" letter-spacing="1" fill="${colours.third}">${escaped(label.toUpperCase())}</text>`;
}

/** For SVG and for Pango, which both read markup. */
export function escaped(text: string) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
