export class Dial {
  private angle = 0;

  set turn(value: number) {
    this.angle = value * 360;
  }
}
