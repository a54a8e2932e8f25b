packages=(
  curl
  git
  jq
)
apt-get install -y "${packages[@]}"
