import { markdownFault } from "./markdown-cost";
import { micromark } from "micromark";

// Headings would break the outline of the page; pictures would come from anywhere; HTML is never taken.
const disable = { null: ["headingAtx", "setextUnderline", "htmlFlow", "htmlText", "labelStartImage", "definition"] };

/** A description's Markdown as HTML that is safe to show: no tags of the writer's, no headings, no pictures, no scripts. */
export function descriptionHtml(markdown: string) {
  const html = parsed.get(markdown) ?? parse(markdown);
  parsed.delete(markdown);
  parsed.set(markdown, html);
  if (parsed.size > MOST_KEPT) parsed.delete(parsed.keys().next().value!);
  return html;
}

// The descriptions last asked for, so that a page or a feed does not parse them at each view.
const MOST_KEPT = 500;
const parsed = new Map<string, string>();

function parse(markdown: string) {
  // From before the bound on what may be written.
  if (markdownFault(markdown)) return asTyped(markdown);
  const html = micromark(markdown, { extensions: [{ disable }] });
  return withBreaks(html).replaceAll('<a href="', '<a rel="nofollow ugc noopener noreferrer" href="');
}

function asTyped(text: string) {
  const escaped = text.replaceAll(/[&<>"]/g, (sign) => names[sign]!);
  const paragraphs = escaped.split(/\n{2,}/).filter((one) => one.trim() !== "");
  return paragraphs.map((one) => `<p>${one.replaceAll("\n", "<br />\n")}</p>`).join("\n");
}

// Where a line ends between tags of blocks, there is no break to keep.
const TYPED_BREAK =
  /(?<!<\/?(?:p|li|ul|ol|blockquote|pre)>|<[hb]r \/>)\n(?!<\/?(?:p|li|ul|ol|blockquote|pre)>|<hr \/>|$)/g;

/** Lines stay as they were typed; code keeps them anyway. */
function withBreaks(html: string) {
  const pieces = html.split(/(<pre>[\s\S]*?<\/pre>)/);
  return pieces.map((piece) => (piece.startsWith("<pre>") ? piece : piece.replace(TYPED_BREAK, "<br />\n"))).join("");
}

const entities: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };
const names = Object.fromEntries(Object.entries(entities).map(([name, sign]) => [sign, name]));

/** The same as plain words on one line, at most `most` characters, for a card or a feed. */
export function descriptionText(markdown: string, most = 200) {
  const tagless = descriptionHtml(markdown)
    .replaceAll(breaks, join)
    .replaceAll(/<[^>]+>/g, "");
  const words = tagless
    .replaceAll(/&(amp|lt|gt|quot);/g, (entity) => entities[entity]!)
    .replaceAll(/\s+/g, " ")
    .trim();
  return words.length <= most ? words : `${words.slice(0, most - 1).replace(/\s+\S*$/, "")}…`;
}

// Between two blocks: what the first ends with, whether it is an item, and whether the second is.
const breaks = /([.:,!?…]?)<\/(li|p)>\s*(?:<\/?[uo]l>\s*)*(?=<(li|p)>)/g;

/** A paragraph leads to its list by a colon, items are divided by commas, and what has an end of its own keeps it. */
function join(_: string, end: string, before: string, after: string) {
  if (after === "li" && before === "p") return end === "." || end === "" ? ": " : `${end} `;
  return `${end || (before === "li" && after === "li" ? "," : ".")} `;
}
