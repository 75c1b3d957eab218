import { wrongBucket } from "./wrong-bucket";
import { holdsInSmall } from "./small";

holdsInSmall(wrongBucket);
