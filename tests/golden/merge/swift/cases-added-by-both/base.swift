enum Shape {
    case circle(radius: Double)
    case square(side: Double)

    var round: Bool { true }
}
