class Job {
  constructor(private name: string, private queue: string) {}
}

<<<<<<< left
export const a = new Job('a', 'q');

export function b() {
  return 1;
=======
export const a = new Job('a');

export function b() {
  return new Job('b');
>>>>>>> right
}
