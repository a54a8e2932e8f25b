export default function main() {
  return 2;
}
