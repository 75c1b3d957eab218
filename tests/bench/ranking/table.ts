/** Rows of equal shape as a table in plain text; numbers with three decimals unless whole. */
export function printTable<T extends object>(
  title: string,
  rows: readonly T[],
  columns: readonly (keyof T & string)[],
) {
  const cells = [columns, ...rows.map((row) => columns.map((column) => show(row[column])))];
  const widths = columns.map((_, i) => Math.max(...cells.map((line) => line[i]!.length)));
  console.log(`\n${title}\n`);
  for (const line of cells) console.log(line.map((cell, i) => cell.padStart(widths[i]!)).join("  "));
}

function show(value: unknown) {
  return typeof value === "number" && !Number.isInteger(value) ? value.toFixed(3) : String(value);
}
