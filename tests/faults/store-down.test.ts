import { storeDown } from "./store-down";
import { holdsInSmall } from "./small";

holdsInSmall(storeDown);
