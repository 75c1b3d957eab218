/** What the forms of any contest say where a field can’t be taken as it is. */
export const fieldMessages = {
  nameTooShort: (min: number) => `Names must be at least ${min} characters long.`,
  nameTooLong: (most: number) => `Names can be at most ${most} characters long.`,
  nameInLines: "Names can’t contain line breaks.",
  nameInvisible: "Names need at least one visible character.",
  descriptionTooLong: (most: number) => `Descriptions can be at most ${most.toLocaleString("en")} characters long.`,
  noStart: "Choose a start date and time.",
  noReason: "Enter a reason. It’s shown to everyone involved.",
} as const;
