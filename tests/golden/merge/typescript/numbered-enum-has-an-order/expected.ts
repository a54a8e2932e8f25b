export enum Code {
  Ok,
  Failed,
<<<<<<< left
  Late,
=======
  Lost,
>>>>>>> right
}
