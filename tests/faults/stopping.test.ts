import { stopping } from "./stopping";
import { holdsInSmall } from "./small";

holdsInSmall(stopping);
