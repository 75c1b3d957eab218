import { repeatedVotes } from "./repeated-votes";
import { holdsInSmall } from "./small";

holdsInSmall(repeatedVotes);
