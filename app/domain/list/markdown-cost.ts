const MOST_MARKS = 100;
const DEEPEST = 5;

// Each quote or item that a line begins with opens another level; so does each step of its indentation.
const LEVELS = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))*/;

/** Why a description would cost too much to parse, or nest too deep to show; null when it is fine. */
export function markdownFault(markdown: string) {
  if ((markdown.match(/[*_[\]`]/g)?.length ?? 0) > MOST_MARKS)
    return `Use at most ${MOST_MARKS} formatting marks (*, _, [, ] and backticks).`;
  if (markdown.split("\n").some((line) => depthOf(line) > DEEPEST))
    return `Quotes and lists can be nested at most ${DEEPEST} deep.`;
  return null;
}

function depthOf(line: string) {
  const opened = LEVELS.exec(line)![0].replace(/[\s\d]/g, "").length;
  const indent = /^[ \t]*/.exec(line)![0].replaceAll("\t", "    ").length;
  return opened + Math.floor(indent / 4);
}
