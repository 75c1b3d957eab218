import { expect, test } from "vitest";
import { isReserved, usernameFrom } from "./rules";
import { SignUpForm } from "./schema";

function accepts(username: string) {
  return SignUpForm.safeParse({ username, email: "ada@example.org", password: "a-long-password" }).success;
}

test.each([
  ...["admin", "Moderator", "SUPPORT", "staff", "system", "house", "Someone"],
  ...["adm1n", "m0derator", "5upport", "ad_min", "--admin--", "admin-2", "Staff_01", "mod3"],
  ...["wallet", "Settings", "sign-in", "signin", "deleted-7", "Deleted-7"],
])("nobody can be called %s", (name) => {
  expect(accepts(name)).toBe(false);
  expect(usernameFrom(name)).toBe("maker");
});

test.each(["ada", "maker", "modest", "administrative-ink", "housemartin", "wallet-fan", "media99", "first-one", "007"])(
  "somebody can be called %s",
  (name) => {
    expect(accepts(name)).toBe(true);
    expect(isReserved(name)).toBe(false);
  },
);
