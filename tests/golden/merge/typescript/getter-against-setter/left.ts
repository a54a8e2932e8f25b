export class Dial {
  private angle = 0;

  get turn(): number {
    return this.angle / 360;
  }
}
