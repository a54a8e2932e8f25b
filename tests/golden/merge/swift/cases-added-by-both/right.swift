enum Shape {
    case circle(radius: Double)
    case square(side: Double)
    case polygon(sides: [Double])

    var round: Bool { true }
}
