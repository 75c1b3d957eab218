const ENTITIES: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** A field of an XMP packet such as `xmp:CreatorTool`, written as an attribute, an element, or a one-item list. */
export function xmpField(packet: string, name: string) {
  return attribute(packet, name) ?? element(packet, name);
}

function attribute(packet: string, name: string) {
  for (const quote of ['"', "'"]) {
    const start = packet.indexOf(` ${name}=${quote}`);
    if (start < 0) continue;
    const from = start + name.length + 3;
    const end = packet.indexOf(quote, from);
    if (end >= 0) return unescapeXml(packet.slice(from, end));
  }
  return undefined;
}

function element(packet: string, name: string) {
  const inner = between(packet, `<${name}`, `</${name}>`);
  if (inner === undefined) return undefined;
  return unescapeXml((between(inner, "<rdf:li", "</rdf:li>") ?? inner).trim());
}

function between(text: string, open: string, close: string) {
  const start = text.indexOf(open);
  if (start < 0) return undefined;
  const from = text.indexOf(">", start + open.length);
  if (from < 0) return undefined;
  const end = text.indexOf(close, from);
  return end < 0 ? undefined : text.slice(from + 1, end);
}

function unescapeXml(text: string) {
  const entity = /&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot|apos));/g;
  return text.replace(entity, (whole, hex, decimal, name) => {
    if (name) return ENTITIES[name] ?? whole;
    const code = hex ? parseInt(hex, 16) : parseInt(decimal, 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
