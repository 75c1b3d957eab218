import { expect, test } from "vitest";
import { invitationLength, themeLength, titleLength } from "../schema";
import { seededRandom } from "~/domain/contest/random";
import { suggestThemes } from "./suggesting";
import { themes } from "./themes";

test("there are 400 themes, within the bounds of every form", () => {
  expect(themes).toHaveLength(400);
  for (const { title, theme, invitation } of themes) {
    expect(title.length).toBeGreaterThanOrEqual(titleLength.min);
    expect(theme.length, theme).toBeLessThanOrEqual(themeLength);
    expect(invitation.length, invitation).toBeLessThanOrEqual(invitationLength);
    expect(invitation).toMatch(/[.?!]$/);
  }
});

test("no two are of the same words", () => {
  const words = themes.map(({ theme }) => (theme.toLowerCase().match(/[\p{L}\d]+/gu) ?? []).sort().join(" "));
  expect(words.filter((one, at) => words.indexOf(one) !== at)).toEqual([]);
});

test("three suggestions are three different ones", () => {
  for (let at = 0; at < 50; at += 1)
    expect(new Set(suggestThemes(seededRandom(at)).map(({ theme }) => theme)).size).toBe(3);
});
