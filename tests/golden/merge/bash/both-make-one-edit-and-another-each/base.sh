count() {
  local total=0
  for file in *.txt; do
    total=$((total + 1))
  done
  echo "$total"
}
