import { formFuzz } from "./form-fuzz";
import { holdsInSmall } from "./small";

holdsInSmall(formFuzz);
