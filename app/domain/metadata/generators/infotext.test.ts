import { expect, test } from "vitest";
import { parseInfotext, parseSettings } from "./infotext";

test("keys and values of every shape are told apart", () => {
  const line = `Steps: 20, A: "q, B: \\"x\\"", C: {"a": [1, {"b": "}"}]}, D: [1, 2], E-1 f/g (h): i, j,k: , L: {open`;
  expect(Object.fromEntries(parseSettings(line))).toEqual({
    Steps: "20",
    A: `q, B: "x"`,
    C: `{"a": [1, {"b": "}"}]}`,
    D: "[1, 2]",
    "E-1 f/g (h)": "i, j",
    k: "",
    L: "{open",
  });
});

test("the first of two equal keys counts", () => {
  expect(parseSettings("Model: one, Model: two").get("Model")).toBe("one");
});

test("hostile lines of every kind are read to their end", () => {
  for (const part of ["a:[,", 'a:",', ",", ", ", "a: ", "{", "\\", '"', "Steps: 1, "]) {
    expect(parseInfotext(`x\nSteps: 1, ${part.repeat(300_000 / part.length)}`)).toMatchObject({ prompt: "x" });
  }
});

test("a text without settings is none", () => {
  expect(parseInfotext("just a prompt")).toBeNull();
  expect(parseInfotext("\n".repeat(900_000))).toBeNull();
});
