Widget page(Trip trip) {
  return Column(
    children: [
      Header(trip.name),
      Expanded(
        child: StopList(stops: trip.stops, dense: true),
      ),
      Footer(),
    ],
  );
}
