import { opposingRaces } from "./opposing-races";
import { holdsInSmall } from "./small";

holdsInSmall(opposingRaces);
