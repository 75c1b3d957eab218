import { expect, test } from "vitest";
import { WalletSummary } from "~/ui/wallet/wallet-summary";
import { render } from "./render";

const claim = { claimed: false, next: 0, amount: 100 };

function drawn(rare: { blue: number; owed: number }) {
  return render(<WalletSummary balance={50} held={0} claim={claim} now={0} {...rare} />);
}

test("blue Buzz and a debt are spoken of only where there are any", () => {
  const plain = drawn({ blue: 0, owed: 0 });
  expect(plain).not.toMatch(/blue|owe/);
  expect(plain).toContain("Claim today’s");
  expect(drawn({ blue: 1200, owed: 0 })).toContain("1,200 blue Buzz");
});

test("a person in debt reads what they owe, and is offered no claim that would be refused", () => {
  const indebted = drawn({ blue: 0, owed: 30 });
  expect(indebted).toContain("You owe 30 Buzz.");
  expect(indebted).not.toContain("Claim today’s");
});
