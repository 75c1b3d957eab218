/** Words inside XML: characters that it cannot hold go, and those that mean something to it are written out. */
export function escapeXml(words: string) {
  // eslint-disable-next-line no-control-regex
  const clean = words.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
  return clean.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
