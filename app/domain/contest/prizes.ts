/**
 * What each place of `percents` (whole, non-increasing) gets out of `pool` Buzz when `entrants` entries were placed, best
 * first, and what rounding leaves to the house.
 */
export function sharePool(pool: number, percents: readonly number[], entrants: number) {
  const filled = percents.slice(0, entrants);
  const whole = sum(filled); // unfilled places are spread over the filled ones in proportion
  const prizes = filled.map((percent) => Math.floor((pool * percent) / whole));
  return { prizes, remainder: pool - sum(prizes) };
}

/** The arithmetic of `sharePool`, place by place, to be shown: each place's percent, its exact share, and what it gets. */
export function prizeTable(pool: number, percents: readonly number[], entrants: number) {
  const { prizes, remainder } = sharePool(pool, percents, entrants);
  const whole = sum(percents.slice(0, entrants));
  const shares = prizes.map((amount, i) => ({
    place: i + 1,
    percent: percents[i]!,
    exact: (pool * percents[i]!) / whole,
    amount,
  }));
  return { whole, shares, remainder };
}

function sum(numbers: readonly number[]) {
  return numbers.reduce((total, n) => total + n, 0);
}
