count() {
  local total=0
  for file in *.md; do
    total=$((total + 1))
  done
  echo "files: $total"
}
