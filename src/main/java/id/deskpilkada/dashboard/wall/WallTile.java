package id.deskpilkada.dashboard.wall;

import id.deskpilkada.dashboard.day.PlaceStanding;
import java.util.Comparator;
import java.util.List;

/** A place as a tile of the grid. */
record WallTile(PlaceStanding place, TileState state) {

    /** What needs somebody stands first; the rest stands by code, so that a calm place keeps its spot. */
    private static final Comparator<WallTile> GRAVEST_FIRST = Comparator.comparing(WallTile::state)
            .thenComparing(tile -> -tile.place().late())
            .thenComparing(tile -> -tile.place().incidents())
            .thenComparing(tile -> tile.place().code());

    static List<WallTile> of(List<PlaceStanding> places) {
        return places.stream()
                .map(place -> new WallTile(place, TileState.of(place.expected(), place.reported(), place.late())))
                .sorted(GRAVEST_FIRST)
                .toList();
    }
}
