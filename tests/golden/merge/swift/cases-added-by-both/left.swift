enum Shape {
    case circle(radius: Double)
    case square(side: Double)
    case empty

    var round: Bool { true }
}
