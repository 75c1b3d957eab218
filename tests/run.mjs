// `npm test`: installs what is missing, then lint and types side by side, unit and route tests, and journeys in a browser.
// Ends with what each part cost, what failed, and one line that sums it up.
import { useSupportedNode } from "../app/node-version.mjs";
import { buildWhenStale, installBrowser, installPackages } from "../app/prepare.mjs";
import { check } from "./rings/part.mjs";
import { journeys, units } from "./rings/suites.mjs";
import { newTally } from "./rings/tally.mjs";

await useSupportedNode();
installPackages();
installBrowser();
buildWhenStale();

const tally = newTally();
await Promise.all([
  check(tally, "lint", ["npm", "run", "--silent", "lint"], { aside: true }),
  check(tally, "types", ["npm", "run", "--silent", "types"], { aside: true }),
]);
await units(tally);
await journeys(tally);
tally.finish();
