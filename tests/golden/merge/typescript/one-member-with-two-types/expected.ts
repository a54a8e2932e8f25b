export interface User {
  name: string;
<<<<<<< left
  id: number;
=======
  id: string;
>>>>>>> right
}
