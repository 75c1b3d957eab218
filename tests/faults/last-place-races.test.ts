import { lastPlaceRaces } from "./last-place-races";
import { holdsInSmall } from "./small";

holdsInSmall(lastPlaceRaces);
