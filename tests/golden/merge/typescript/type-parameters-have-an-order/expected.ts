<<<<<<< left
export type Result<T, E> = {
=======
export type Result<T, M> = {
>>>>>>> right
  value: T;
};
