enum Shape {
    case circle(radius: Double)
    case square(side: Double)
    case empty
    case polygon(sides: [Double])

    var round: Bool { true }
}
