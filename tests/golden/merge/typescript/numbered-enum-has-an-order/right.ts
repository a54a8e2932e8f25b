export enum Code {
  Ok,
  Failed,
  Lost,
}
