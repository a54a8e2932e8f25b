export class Cache {
  private limit: number;
}
