import { forgery } from "./forgery";
import { holdsInSmall } from "./small";

holdsInSmall(forgery);
