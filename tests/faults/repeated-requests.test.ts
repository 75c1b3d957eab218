import { repeatedRequests } from "./repeated-requests";
import { holdsInSmall } from "./small";

holdsInSmall(repeatedRequests);
