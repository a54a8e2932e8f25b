<<<<<<< left
export type User = {
=======
export interface User extends Entity {
>>>>>>> right
  id: number;
  name: string;
};
