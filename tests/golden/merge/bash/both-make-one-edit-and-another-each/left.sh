count() {
  local total=1
  for file in *.md; do
    total=$((total + 1))
  done
  echo "$total"
}
