packages=(
  curl
  git
  make
)
apt-get install -y "${packages[@]}"
