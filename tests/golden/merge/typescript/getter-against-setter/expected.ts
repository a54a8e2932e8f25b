export class Dial {
  private angle = 0;

  get turn(): number {
    return this.angle / 360;
  }

  set turn(value: number) {
    this.angle = value * 360;
  }
}
