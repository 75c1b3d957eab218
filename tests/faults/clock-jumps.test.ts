import { clockJumps } from "./clock-jumps";
import { holdsInSmall } from "./small";

holdsInSmall(clockJumps);
