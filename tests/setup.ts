import { afterEach, beforeEach, expect, vi } from "vitest";

// Whatever complains on the console has failed its test.
let complaints: unknown[][] = [];

beforeEach(() => {
  complaints = [];
  vi.spyOn(console, "error").mockImplementation((...words) => void complaints.push(words));
});

afterEach(() => {
  expect(complaints).toEqual([]);
  vi.restoreAllMocks();
});
