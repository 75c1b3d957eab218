import { openDatabase } from "~/db/client";
import { advanceEndedChallenges } from "~/domain/challenge/ending/advancing.server";
import { setJudge } from "~/domain/challenge/judge/port.server";
import { askDue } from "~/domain/challenge/reviewing/asking.server";
import { localStorage } from "~/domain/media/local-storage.server";
import { setStorage } from "~/domain/media/storage.server";
import { testJudge } from "~/tests/challenges";

// Does what the job does, until nothing moves; killed at any time.
const [, , file, folder, url, at] = process.argv;
openDatabase(file!);
setStorage(localStorage(folder!));
setJudge(testJudge(url!));
const now = new Date(Number(at));
process.send!("ready");
for (;;) {
  const done = await advanceEndedChallenges({ now });
  const asked = await askDue({ now, forMs: 60_000 });
  if (done + asked === 0) break;
}
process.exit(0);
