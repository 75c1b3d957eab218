/** The author's own words for a picture, unless they say who the author is; then none. */
export function blindAlt(alt: string, author: string | null) {
  const tells = author !== null && alt.toLowerCase().includes(author.toLowerCase());
  return tells ? "" : alt;
}
