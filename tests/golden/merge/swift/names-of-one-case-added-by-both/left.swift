enum Dir {
    case north, south, east
}
