import { expect, test } from "vitest";
import { passwordFault } from "./password-strength.server";

const anna = { username: "anna-lena", email: "anna.lena@example.org" };

test.each([
  "12345678",
  "Password1",
  "PASSWORD",
  "        ",
  "aaaaaaaaaa",
  "abababababab",
  "１２３４５６７８",
  "anna-lena",
  "Anna-Lena1",
  "2026anna-lena!",
  "anna-lenaanna-lena",
  "anna.lena@example.org",
  "anna.lena99",
])("%j is too easy to guess", (password) => expect(passwordFault(password, anna)).not.toBeNull());

test.each([
  "correct horse",
  "a-long-password",
  "nine wet umbrellas",
  "vier nasse Schirme",
  "anna-lena has nine umbrellas",
])("%j will do", (password) => expect(passwordFault(password, anna)).toBeNull());
