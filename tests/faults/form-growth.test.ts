import { formGrowth } from "./form-growth";
import { holdsInSmall } from "./small";

holdsInSmall(formGrowth);
