import { diskFull } from "./disk-full";
import { holdsInSmall } from "./small";

holdsInSmall(diskFull);
