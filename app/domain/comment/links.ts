/** A piece of a comment: words, or an address to link with `rel="nofollow ugc"`. */
export type Segment = { text: string; href: string | null };

const ADDRESS = /\bhttps?:\/\/[^\s<>"'`\p{C}]+/giu;

/** Plain text cut at the web addresses in it. Put together again, the texts are what came in. */
export function linkSegments(body: string): Segment[] {
  const segments: Segment[] = [];
  let done = 0;
  for (const found of body.matchAll(ADDRESS)) {
    const address = withoutEnding(found[0]);
    const href = hrefOf(address);
    if (!href) continue;
    if (found.index > done) segments.push({ text: body.slice(done, found.index), href: null });
    segments.push({ text: address, href });
    done = found.index + address.length;
  }
  if (done < body.length) segments.push({ text: body.slice(done), href: null });
  return segments;
}

/** Full stops, quotes and brackets behind an address belong to the sentence, unless the bracket was opened in it. */
function withoutEnding(address: string) {
  let end = address.length;
  while (end > 0) {
    const last = address[end - 1]!;
    if (/[.,;:!?*_~]/.test(last)) end--;
    else if (/[)\]}]/.test(last) && isUnopened(address.slice(0, end), last)) end--;
    else break;
  }
  return address.slice(0, end);
}

const opening: Record<string, string> = { ")": "(", "]": "[", "}": "{" };

function isUnopened(address: string, closing: string) {
  return address.split(closing).length > address.split(opening[closing]!).length;
}

// Addresses with a name and password in them are made to deceive.
function hrefOf(address: string) {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || url.username || url.password || !url.hostname.includes(".")) return null;
  return url.href;
}
