import { detective } from "./detective";
import { holdsInSmall } from "./small";

holdsInSmall(detective);
