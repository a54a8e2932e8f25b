export default function main() {
  return 1;
}
