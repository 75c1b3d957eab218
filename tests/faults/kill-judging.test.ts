import { killJudging } from "./kill-judging";
import { holdsInSmall } from "./small";

holdsInSmall(killJudging);
