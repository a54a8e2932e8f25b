export enum Code {
  Ok,
  Failed,
  Late,
}
