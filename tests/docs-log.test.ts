import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { EXPECTED_WRONG, MIN_WRONG } from "~/domain/crucible/weights/control-pairs";
import { K_NEW, K_SEASONED, SEASONED_AT } from "~/domain/crucible/elo";
import { MIN_SECONDS } from "~/domain/crucible/weights/too-fast";
import { NEW_JUDGE_BELOW, NEW_JUDGE_WEIGHT, RELIABILITY_PRIOR } from "~/domain/crucible/rating/reliability";
import { UNDO_MS } from "~/domain/crucible/judging/undo-window";
import { LogRow } from "~/domain/crucible/settling/vote-log";

const text = readFileSync("docs/vote-log.md", "utf8").replaceAll(/\s+/g, " ");

test("the page on the log names every member of every row", () => {
  for (const row of LogRow.options) {
    const { type, ...members } = row.shape;
    const [line] = new RegExp(`\\| \`${type.value}\` \\|[^|]*\\|`).exec(text) ?? [];
    for (const name of Object.keys(members)) expect(line, `${type.value}.${name}`).toContain(`\`${name}\``);
  }
});

test.each([
  `${MIN_SECONDS.images} for images, ${MIN_SECONDS.video} for video`,
  `wrong with chance ${String(EXPECTED_WRONG).slice(1)}`,
  `Beta(${RELIABILITY_PRIOR.right}, ${RELIABILITY_PRIOR.wrong})`,
  `at first ${RELIABILITY_PRIOR.right - 1}/${RELIABILITY_PRIOR.right + RELIABILITY_PRIOR.wrong - 2}`,
  `fewer than ${NEW_JUDGE_BELOW} votes that still weigh something has the factor ${NEW_JUDGE_WEIGHT}`,
  `${K_NEW} while the entry has fewer than ${SEASONED_AT} votes and ${K_SEASONED} from then on`,
  `within ${UNDO_MS / 1000} seconds`,
  `${["", "one", "two", "three"][MIN_WRONG]} or more were wrong`,
])("and says the numbers of the code: %s", (words) => {
  expect(text).toContain(words);
});
