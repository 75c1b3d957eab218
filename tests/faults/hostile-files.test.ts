import { hostileFiles } from "./hostile-files";
import { holdsInSmall } from "./small";

holdsInSmall(hostileFiles);
