import { restoreDrill } from "./restoring";
import { holdsInSmall } from "./small";

holdsInSmall(restoreDrill);
