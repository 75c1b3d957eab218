/** The date of this API’s present shape. */
export const API_VERSION = "2026-12-01";
