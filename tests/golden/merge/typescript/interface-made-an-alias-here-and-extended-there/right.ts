export interface User extends Entity {
  id: number;
  name: string;
}
