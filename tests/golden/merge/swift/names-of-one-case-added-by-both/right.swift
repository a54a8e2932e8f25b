enum Dir {
    case north, south, west
}
