import { killCycles } from "./kill-cycles";
import { holdsInSmall } from "./small";

holdsInSmall(killCycles);
