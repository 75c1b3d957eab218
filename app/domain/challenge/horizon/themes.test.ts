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

test("no two are alike: no theme has all the words of another, and no invitation comes twice", () => {
  const words = themes.map(({ theme }) => wordsOf(theme));
  const alike = themes.flatMap(({ theme }, at) =>
    themes
      .filter((_, other) => other !== at && words[at]!.every((word) => words[other]!.includes(word)))
      .map((other) => `${theme} / ${other.theme}`),
  );
  expect(alike).toEqual([]);
  const invitations = themes.map(({ invitation }) => wordsOf(invitation).join(" "));
  expect(invitations.filter((one, at) => invitations.indexOf(one) !== at)).toEqual([]);
});

/** The words that carry a text, in the singular. */
function wordsOf(text: string) {
  const words = text.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  const told = words.filter((word) => !["a", "an", "the", "of", "in", "on", "at", "s"].includes(word));
  return (told.length > 0 ? told : words).map((word) => word.replace(/(?<=..)s$/, ""));
}

test("three suggestions are three different ones", () => {
  for (let at = 0; at < 50; at += 1)
    expect(new Set(suggestThemes(seededRandom(at)).map(({ theme }) => theme)).size).toBe(3);
});
