import Negotiator from "negotiator";

/** Whether a request takes gzip, as RFC 9110 has it: `gzip;q=0` is a no. */
export function takesGzip(headers: Headers) {
  const accepted = { "accept-encoding": headers.get("accept-encoding") ?? "" };
  return new Negotiator({ headers: accepted }).encodings(["gzip", "identity"])[0] === "gzip";
}
