type R<T> = {
  [K in keyof T]: T[K];
};
