packages=(
  curl
  git
)
apt-get install -y "${packages[@]}"
