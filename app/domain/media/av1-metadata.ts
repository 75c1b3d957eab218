/** AV1 bitstream specification, 6.2.1 and 6.7.1: kinds of units, and of notes that say how bright a picture is or how it scales. */
const METADATA = 5;
const PICTURE_UNITS = [1, 2, 3, 4, METADATA, 6, 7, 8];
const NEEDED_NOTES = [1, 2, 3];
/** A unit that says nothing but that a frame begins. */
const DELIMITER = Buffer.from([0x12, 0]);
const CONFIG_HEAD = 4;
const MAX_SIZE_BYTES = 8;

/**
 * A frame of AV1 without what its encoder or camera noted in it: broadcasters' and users' data, times of day, padding.
 * No picture needs it. What does not hold together is given back as it is.
 */
export function stripAv1Metadata(frame: Uint8Array): Uint8Array {
  const kept = keptUnits(frame);
  if (!kept) return frame;
  return kept.length > 0 ? Buffer.concat(kept) : DELIMITER;
}

/** The configuration of a decoder (av1C) without the same. */
export function stripAv1ConfigMetadata(config: Uint8Array): Uint8Array {
  const kept = keptUnits(config.subarray(CONFIG_HEAD));
  return kept ? Buffer.concat([config.subarray(0, CONFIG_HEAD), ...kept]) : config;
}

function keptUnits(units: Uint8Array) {
  const kept: Uint8Array[] = [];
  let at = 0;
  while (at < units.length) {
    const head = units[at]!;
    const sizeAt = at + (head & 4 ? 2 : 1);
    const { value: size, end: start } =
      head & 2 ? leb128(units, sizeAt) : { value: units.length - sizeAt, end: sizeAt };
    if (!(start + size <= units.length)) return null;
    const kind = (head >> 3) & 15;
    const isNote =
      kind === METADATA ? !NEEDED_NOTES.includes(leb128(units, start).value) : !PICTURE_UNITS.includes(kind);
    if (!isNote) kept.push(units.subarray(at, start + size));
    at = start + size;
  }
  return kept;
}

/** Seven bits a byte, the lowest first; NaN where it does not end. */
function leb128(bytes: Uint8Array, from: number) {
  let value = 0;
  for (let i = 0; i < MAX_SIZE_BYTES; i++) {
    const byte = bytes[from + i] ?? NaN;
    value += (byte & 0x7f) * 2 ** (7 * i);
    if (Number.isNaN(byte)) return { value: NaN, end: from };
    if (byte < 0x80) return { value, end: from + i + 1 };
  }
  return { value: NaN, end: from };
}
