packages=(
  curl
  git
  jq
  make
)
apt-get install -y "${packages[@]}"
