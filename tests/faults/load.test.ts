import { load } from "./load";
import { holdsInSmall } from "./small";

holdsInSmall(load);
