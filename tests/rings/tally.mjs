// What passed, what failed and what each part cost, for the lines at the end of a run.
export function newTally() {
  const totals = { passed: 0, failed: 0, skipped: 0 };
  const notes = [];
  const costs = [];
  return {
    totals,
    note: (words) => notes.push(words),
    add({ passed = 0, failed = 0, skipped = 0 }) {
      totals.passed += passed;
      totals.failed += failed;
      totals.skipped += skipped;
    },
    cost: (part) => costs.push(part),
    /** Ends the process, with the line of sums as the last word. */
    finish() {
      for (const { name, wall, cpu } of costs)
        console.log(`${name}: ${wall.toFixed(1)} s, ${cpu.toFixed(1)} CPU s in its processes`);
      for (const words of notes) console.log(words);
      console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
      process.exit(totals.failed > 0 ? 1 : 0);
    },
  };
}
