export interface Stack {
  push(item: string): void;
  peek(): string;
<<<<<<< left
  size: number;
=======
  size(): number;
>>>>>>> right
}
