export enum Code {
  Ok,
  Failed,
}
