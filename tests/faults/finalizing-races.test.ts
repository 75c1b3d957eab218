import { finalizingRaces } from "./finalizing-races";
import { holdsInSmall } from "./small";

holdsInSmall(finalizingRaces);
