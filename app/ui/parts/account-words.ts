import { buzz } from "./format";

/** What the pages about signing in and about one’s own account say. */
export const accountText = {
  usernameOrEmail: "Username or email",
  createAccount: "Create account",
  emailAddress: "Email address",
  sendResetLink: "Send reset link",
  resetLinkSent: "If there’s an account with this address, we’ve emailed it a link. The link works for one hour.",
  newPassword: "New password",
  savePassword: "Save password",
  incorrectSignIn: "Incorrect username or password.",
  signInFailed: "That sign-in failed or took too long. Try again.",
  confirmEmail: "Confirm email",
  emailConfirmed: "Email address confirmed.",
  sendConfirmation: "Send confirmation email",
  confirmed: "Confirmed",
  isAdult: "I’m an adult where I live",
  saveContentRatings: "Save content ratings",
  contentRatingsSaved: "Content ratings saved.",
  saveTheme: "Save theme",
  useShortcuts: "Use keyboard shortcuts while judging",
  saveShortcuts: "Save shortcuts",
  shortcutsOn: "Keyboard shortcuts are on.",
  shortcutsOff: "Keyboard shortcuts are off.",
  thisBrowser: "This browser",
  signedOutThere: "Signed out on that browser.",
  downloadEverything: "Download everything",
  deleteAccountLink: "Delete account…",
  deleteAccount: "Delete account",
  yourPassword: "Your password",
  incorrectPassword: "Incorrect password.",
  accountDeleted: "Your account has been deleted.",

  /** After signing up. */
  welcome: (username: string, grant: number) => `Welcome, ${username}. You have ${buzz(grant)} to start with.`,
  /** After signing up where mail works. */
  confirmFirst: (username: string, grant: number) =>
    `Welcome, ${username}. We’ve emailed you a link: confirm your address to get ${buzz(grant)} to start with.`,
  banned: (reason: string) => `This account is banned: ${reason}`,
  emailSent: (address: string) => `Email sent to ${address}. The link works for 24 hours.`,
  continueWith: (site: string) => `Continue with ${site}`,
  identityConfirmed: (site: string) => `${site} confirmed your identity.`,
  notSignedInBy: (site: string) => `${site} didn’t sign you in.`,
  signInAdded: (site: string) => `You can now sign in with ${site}.`,
} as const;
