import { authorization } from "./authorization";
import { holdsInSmall } from "./small";

holdsInSmall(authorization);
