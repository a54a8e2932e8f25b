export interface User {
  id: number;
  name: string;
  email: string;
}

export const admin: User = { id: 1, name: 'admin', email: 'a@b' };
