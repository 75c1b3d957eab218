import { expect, test } from "vitest";
import { stripAv1ConfigMetadata, stripAv1Metadata } from "./av1-metadata";

type Options = { sized?: boolean; extended?: boolean };

function unit(kind: number, bytes: number[], { sized = true, extended = false }: Options = {}) {
  const head = (kind << 3) | (extended ? 4 : 0) | (sized ? 2 : 0);
  const size = bytes.length < 128 ? [bytes.length] : [(bytes.length & 0x7f) | 0x80, bytes.length >> 7];
  return Buffer.from([head, ...(extended ? [0x20] : []), ...(sized ? size : []), ...bytes]);
}

const TEXT = [...Buffer.from("a place and a serial number")];
const [delimiter, sequence, picture] = [unit(2, []), unit(1, [1, 2, 3]), unit(6, [9, 8, 7])];
const [brightness, mastering, scaling] = [1, 2, 3].map((type) => unit(5, [type, 1, 2, 3, 0x80]));
const needed = [delimiter, sequence, brightness!, mastering!, scaling!, picture];
const notes = {
  "a broadcaster's (ITU-T T.35)": unit(5, [4, 0xb5, ...TEXT, 0x80]),
  "a time of day": unit(5, [5, 1, 2, 3, 0x80]),
  "a user's own": unit(5, [6, ...TEXT, 0x80]),
  "one of a kind not given out yet": unit(5, [0xa0, 1, ...TEXT, 0x80]),
  "one longer than 127 bytes": unit(5, [4, ...Array<number>(300).fill(65), 0x80]),
  "one of a layer": unit(5, [4, ...TEXT, 0x80], { extended: true }),
  padding: unit(15, TEXT),
  "a unit of a kind not given out yet": unit(12, TEXT),
};

test.each(Object.entries(notes))("%s goes, wherever it stands, and all that the image needs stays", (_, note) => {
  for (let at = 0; at <= needed.length; at++) {
    expect(stripAv1Metadata(Buffer.concat(needed.toSpliced(at, 0, note)))).toEqual(Buffer.concat(needed));
  }
});

test("the last unit may end with the frame", () => {
  const open = (kind: number, bytes: number[]) => unit(kind, bytes, { sized: false });
  expect(stripAv1Metadata(Buffer.concat([sequence, open(6, [9, 9])]))).toEqual(
    Buffer.concat([sequence, open(6, [9, 9])]),
  );
  expect(stripAv1Metadata(Buffer.concat([picture, open(5, [4, ...TEXT])]))).toEqual(picture);
});

test("a frame of notes alone says nothing any more", () => {
  expect(stripAv1Metadata(notes["a user's own"])).toEqual(delimiter);
});

test("what does not hold together stays as it came", () => {
  const cut = Buffer.concat([picture, notes.padding]).subarray(0, -1);
  for (const frame of [
    cut,
    Buffer.from([0x32]),
    Buffer.from([0x32, 0x80]),
    Buffer.from([0x36]),
    Buffer.from([0x32, ...Array<number>(9).fill(0xff)]),
  ]) {
    expect(stripAv1Metadata(frame)).toEqual(frame);
  }
});

test("the configuration loses its own notes", () => {
  const head = Buffer.from([0x81, 0, 0x0c, 0]);
  expect(stripAv1ConfigMetadata(Buffer.concat([head, sequence, notes["a user's own"]]))).toEqual(
    Buffer.concat([head, sequence]),
  );
  expect(stripAv1ConfigMetadata(head)).toEqual(head);
});
