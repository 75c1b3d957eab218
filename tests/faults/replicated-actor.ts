import { bucketSettings } from "~/db/bucket";
import { replicateWhile } from "~/db/litestream";

// The actor with Litestream around it, as the site has it: kill the group, and both are gone at once.
const [file, actor, ...rest] = process.argv.slice(2) as [string, string, ...string[]];
replicateWhile(`node ${actor} ${file} ${rest.join(" ")}`, { settings: bucketSettings()!, file });
