enum Dir {
    case north, south
}
