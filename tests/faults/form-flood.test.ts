import { formFlood } from "./form-flood";
import { holdsInSmall } from "./small";

holdsInSmall(formFlood);
