export interface User {
  id: number;
  name: string;
  email: string;
}

<<<<<<< left
export const admin: User = { id: 1, name: 'admin', email: 'a@b' };
=======
export const admin: User = { id: 1, name: 'admin' };

export const guest: User = { id: 2, name: 'guest' };
>>>>>>> right
