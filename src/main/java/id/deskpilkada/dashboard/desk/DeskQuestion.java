package id.deskpilkada.dashboard.desk;

import id.deskpilkada.dashboard.PageAddress;
import id.deskpilkada.dashboard.PlaceQuestion;
import id.deskpilkada.tally.Basis;
import org.jspecify.annotations.Nullable;

/**
 * What a dashboard address asks for.
 *
 * @param page of the list of missing reports, from 0
 */
record DeskQuestion(
        @Nullable String election,
        @Nullable String round,
        @Nullable String race,
        @Nullable String region,
        String basis,
        int page)
        implements PlaceQuestion {

    @Override
    public DeskQuestion ofRound(String otherElection, String otherRound) {
        return new DeskQuestion(otherElection, otherRound, null, region, basis, 0);
    }

    @Override
    public DeskQuestion in(String other) {
        return new DeskQuestion(election, round, race, other, basis, 0);
    }

    public DeskQuestion ofRace(String other) {
        return new DeskQuestion(election, round, other, region, basis, 0);
    }

    public DeskQuestion on(Basis other) {
        return new DeskQuestion(election, round, race, region, other.code(), page);
    }

    public DeskQuestion onPage(int other) {
        return new DeskQuestion(election, round, race, region, basis, other);
    }

    @Override
    public String url() {
        return address("/desk/suara");
    }

    /** The address of the part that is fetched again when something changed. */
    public String partUrl() {
        return address("/desk/suara/angka");
    }

    public String votingUrl() {
        return PageAddress.of("/desk/pemungutan", "region", region, "election", election, "round", round);
    }

    public String csvUrl(String code) {
        return PageAddress.of(
                "/api/tally/" + code + ".csv", "region", region, "basis", basis, "election", election, "round", round);
    }

    private String address(String path) {
        return PageAddress.of(
                path,
                "race",
                race,
                "region",
                region,
                "basis",
                basis,
                "election",
                election,
                "round",
                round,
                "page",
                page);
    }
}
