import { expect, test } from "vitest";
import { stripConfigUserData, lengthBytes, stripUserData } from "./user-data";

function unit(bytes: number[], lengthSize = 4) {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length.subarray(4 - lengthSize), Buffer.from(bytes)]);
}

const NOTE = [...Buffer.from("x264 - options and a place")];
const avc = { picture: [0x65, 1, 2, 3], note: [6, 5, NOTE.length, ...NOTE, 0x80], timing: [6, 1, 1, 0x40, 0x80] };
const hevc = {
  picture: [0x26, 1, 2, 3],
  note: [0x4e, 1, 5, NOTE.length, ...NOTE, 0x80],
  late: [0x50, 1, 4, NOTE.length, ...NOTE, 0x80],
  timing: [0x4e, 1, 1, 1, 0, 0x80],
};

test.each([1, 2, 4])("notes go, the image and what players need of a frame stay, with lengths of %i bytes", (size) => {
  const of = (...units: number[][]) => Buffer.concat(units.map((one) => unit(one, size)));
  expect(stripUserData("avc", of(avc.timing, avc.note, avc.picture), size)).toEqual(of(avc.timing, avc.picture));
  expect(stripUserData("hevc", of(hevc.note, hevc.timing, hevc.picture, hevc.late), size)).toEqual(
    of(hevc.timing, hevc.picture),
  );
});

test("a note behind another message, and one longer than 255 bytes, go too", () => {
  const behind = [6, 1, 1, 0x40, 5, NOTE.length, ...NOTE, 0x80];
  const long = [6, 5, 0xff, 45, ...Array<number>(300).fill(65), 0x80];
  const typed = [6, 0xff, 5, 1, 0, 0x80]; // of type 260, which is none
  const frame = Buffer.concat([behind, long, typed, avc.picture].map((one) => unit(one)));
  expect(stripUserData("avc", frame, 4)).toEqual(Buffer.concat([typed, avc.picture].map((one) => unit(one))));
});

test("what does not hold together stays as it came, and nothing runs past an end", () => {
  const cut = Buffer.concat([unit(avc.note), unit(avc.picture)]).subarray(0, -1);
  for (const frame of [
    cut,
    Buffer.alloc(0),
    Buffer.alloc(9),
    Buffer.from([0, 0, 0, 9, 6]),
    unit([6]),
    unit([6, 0xff]),
    unit([6, 5, 0xff, 0xff]),
  ]) {
    expect(stripUserData("avc", frame, 4)).toEqual(frame);
  }
});

test("the configuration says how long lengths are, and loses its own notes", () => {
  expect(lengthBytes("avc", Buffer.from([1, 100, 0, 30, 0xfd]))).toBe(2);
  expect(lengthBytes("hevc", undefined)).toBe(4);
  const array = (type: number, bytes: number[]) => Buffer.concat([Buffer.from([0x80 | type, 0, 1]), unit(bytes, 2)]);
  const head = Buffer.alloc(22, 7);
  const config = (...arrays: Buffer[]) => Buffer.concat([head, Buffer.from([arrays.length]), ...arrays]);
  const [parameters, notes] = [array(33, [0x42, 1, 9]), array(39, hevc.note)];
  expect(stripConfigUserData(config(parameters, notes))).toEqual(config(parameters));
  const broken = config(parameters, notes).subarray(0, -3);
  expect(stripConfigUserData(broken)).toEqual(broken);
  expect(stripConfigUserData(head)).toHaveLength(23);
});
