Widget page(Trip trip) {
  return Column(
    children: [
      Header(trip.name),
      StopList(stops: trip.stops),
      Footer(),
    ],
  );
}
