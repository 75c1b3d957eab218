import { Flash } from "./flash";

/** What is wrong with a form as a whole; what is wrong with a field stands under it. */
export function FormErrors({ errors }: { errors: string[] | undefined }) {
  return errors?.map((words) => (
    <Flash key={words} tone="bad">
      {words}
    </Flash>
  ));
}
