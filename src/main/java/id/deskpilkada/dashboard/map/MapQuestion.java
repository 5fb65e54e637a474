package id.deskpilkada.dashboard.map;

import id.deskpilkada.dashboard.PageAddress;
import id.deskpilkada.dashboard.PlaceQuestion;
import org.jspecify.annotations.Nullable;

/** What an address of the map asks for. */
record MapQuestion(String election, String round, String region, String layer) implements PlaceQuestion {

    @Override
    public MapQuestion in(String other) {
        return new MapQuestion(election, round, other, layer);
    }

    @Override
    public MapQuestion ofRound(String otherElection, String otherRound) {
        return new MapQuestion(otherElection, otherRound, region, layer);
    }

    public MapQuestion on(String other) {
        return new MapQuestion(election, round, region, other);
    }

    @Override
    public String url() {
        return address("/desk/peta", "lapis");
    }

    public String partUrl() {
        return address("/desk/peta/tabel", "lapis");
    }

    /** The table of the same numbers, where there is one. */
    public @Nullable String tableUrl() {
        return layer.equals("laporan")
                ? PageAddress.of("/desk", "region", region, "election", election, "round", round) + "#wilayah"
                : null;
    }

    public String areasUrl() {
        return PageAddress.of("/api/map/areas", "region", region);
    }

    public String stationsUrl() {
        return address("/api/map/stations", "layer");
    }

    private String address(String path, String layerName) {
        return PageAddress.of(path, "region", region, layerName, layer, "election", election, "round", round);
    }
}
