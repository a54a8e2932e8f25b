export interface User {
  name: string;
  id: number;
}
