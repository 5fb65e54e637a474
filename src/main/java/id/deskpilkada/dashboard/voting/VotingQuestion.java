package id.deskpilkada.dashboard.voting;

import id.deskpilkada.dashboard.PageAddress;
import id.deskpilkada.dashboard.PlaceQuestion;
import org.jspecify.annotations.Nullable;

/**
 * What an address of the page asks for.
 *
 * @param slot empty for the one that matters now, so that an open page goes on with the day
 * @param order code of a {@link PlaceOrder}
 * @param page of the list of places that are not calm, from 0
 */
record VotingQuestion(String election, String round, String region, String slot, String order, int page)
        implements PlaceQuestion {

    private static final int DISTRICT_CODE = 8;

    @Override
    public VotingQuestion in(String other) {
        return new VotingQuestion(election, round, other, slot, order, 0);
    }

    @Override
    public VotingQuestion ofRound(String otherElection, String otherRound) {
        return new VotingQuestion(otherElection, otherRound, region, "", order, 0);
    }

    public VotingQuestion at(String other) {
        return new VotingQuestion(election, round, region, other, order, page);
    }

    public VotingQuestion by(PlaceOrder other) {
        return new VotingQuestion(election, round, region, slot, other.code(), page);
    }

    public VotingQuestion onPage(int other) {
        return new VotingQuestion(election, round, region, slot, order, other);
    }

    @Override
    public String url() {
        return address("/desk/pemungutan");
    }

    /** The address of the part that is fetched again when something changed. */
    public String partUrl() {
        return address("/desk/pemungutan/angka");
    }

    /** The curve is fetched by the clock: every report changes a little of it, and it is the dearest part of the page. */
    public String curveUrl() {
        return address("/desk/pemungutan/kurva");
    }

    public String areasUrl() {
        return PageAddress.of("/api/map/areas", "region", region);
    }

    /** The points of single stations are drawn from districts down; above, they would only hide the areas. */
    public @Nullable String stationsUrl() {
        return region.length() < DISTRICT_CODE
                ? null
                : PageAddress.of(
                        "/api/map/stations", "region", region, "layer", "voting", "election", election, "round", round);
    }

    private String address(String path) {
        return PageAddress.of(
                path,
                "region",
                region,
                "slot",
                slot,
                "urut",
                order,
                "page",
                page,
                "election",
                election,
                "round",
                round);
    }
}
