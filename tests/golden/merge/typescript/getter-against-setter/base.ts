export class Dial {
  private angle = 0;
}
