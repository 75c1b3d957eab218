type Codec = "avc" | "hevc";

/** ITU-T H.264 annex D and H.265 annex D: a registered or an unregistered user's data, whatever that user put there. */
const USER_DATA = [4, 5];
const SEI = { avc: [6], hevc: [39, 40] } satisfies Record<Codec, number[]>;
const CONFIG_HEAD = { avc: 4, hevc: 21 } satisfies Record<Codec, number>;

/** How many bytes tell the length of each unit, by the decoder's configuration (avcC, hvcC); 4 where it says nothing. */
export function lengthBytes(codec: Codec, config: Uint8Array | undefined) {
  return ((config?.[CONFIG_HEAD[codec]] ?? 3) & 3) + 1;
}

/**
 * A frame of H.264 or H.265 without what its encoder or camera noted in it for itself: settings, places, serial numbers.
 * No picture needs it. What does not hold together is given back as it is.
 */
export function stripUserData(codec: Codec, frame: Uint8Array, lengthSize: number) {
  const kept: Uint8Array[] = [];
  let at = 0;
  while (at + lengthSize < frame.length) {
    const length = bigEndian(frame, at, lengthSize);
    const end = at + lengthSize + length;
    if (length === 0 || end > frame.length) return frame;
    if (!isUserData(codec, frame.subarray(at + lengthSize, end))) kept.push(frame.subarray(at, end));
    at = end;
  }
  return at === frame.length && kept.length > 0 ? Buffer.concat(kept) : frame;
}

/** The configuration of an H.265 decoder without the notes that encoders leave there too. */
export function stripConfigUserData(config: Uint8Array) {
  const kept: Uint8Array[] = [];
  let at = 23;
  for (let i = 0; i < (config[22] ?? 0); i++) {
    const start = at;
    const units = bigEndian(config, at + 1, 2);
    at += 3;
    for (let unit = 0; unit < units && at < config.length; unit++) at += 2 + bigEndian(config, at, 2);
    if (at > config.length) return config;
    if (!SEI.hevc.includes(config[start]! & 0x3f)) kept.push(config.subarray(start, at));
  }
  return Buffer.concat([config.subarray(0, 22), Buffer.from([kept.length]), ...kept]);
}

// A unit holds one message or several, each a type and a size that go on after 255, and ends in a stop bit.
function isUserData(codec: Codec, unit: Uint8Array) {
  const type = codec === "avc" ? unit[0]! & 0x1f : (unit[0]! >> 1) & 0x3f;
  if (!(SEI[codec] as number[]).includes(type)) return false;
  let at = codec === "avc" ? 1 : 2;
  while (at + 2 < unit.length) {
    const message = extended(unit, at);
    const size = extended(unit, message.end);
    if (USER_DATA.includes(message.value)) return true;
    at = size.end + size.value;
  }
  return false;
}

function extended(bytes: Uint8Array, from: number) {
  let [value, end] = [0, from];
  while (bytes[end] === 0xff) {
    value += 0xff;
    end += 1;
  }
  return { value: value + (bytes[end] ?? 0), end: end + 1 };
}

function bigEndian(bytes: Uint8Array, at: number, length: number) {
  let number = 0;
  for (let i = 0; i < length; i++) number = number * 256 + (bytes[at + i] ?? 0);
  return number;
}
