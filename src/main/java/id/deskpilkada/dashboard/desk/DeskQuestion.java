package id.deskpilkada.dashboard.desk;

import id.deskpilkada.tally.Basis;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a dashboard address asks for; each link of the page is the same question with one thing changed.
 *
 * @param page of the list of missing reports, from 0
 */
record DeskQuestion(
        @Nullable String election,
        @Nullable String round,
        @Nullable String race,
        @Nullable String region,
        String basis,
        int page) {

    public DeskQuestion ofRound(String otherElection, String otherRound) {
        return new DeskQuestion(otherElection, otherRound, null, region, basis, 0);
    }

    public DeskQuestion ofRace(String other) {
        return new DeskQuestion(election, round, other, region, basis, 0);
    }

    public DeskQuestion in(String other) {
        return new DeskQuestion(election, round, race, other, basis, 0);
    }

    public DeskQuestion on(Basis other) {
        return new DeskQuestion(election, round, race, region, other.code(), page);
    }

    public DeskQuestion onPage(int other) {
        return new DeskQuestion(election, round, race, region, basis, other);
    }

    public String url() {
        return address("/desk");
    }

    /** The address of the part that is fetched again when something changed. */
    public String partUrl() {
        return address("/desk/angka");
    }

    public String csvUrl(String race) {
        return UriComponentsBuilder.fromPath("/api/tally/{race}.csv")
                .queryParam("region", "{region}")
                .queryParam("basis", "{basis}")
                .queryParam("election", "{election}")
                .queryParam("round", "{round}")
                .encode()
                .buildAndExpand(race, text(region), basis, text(election), text(round))
                .toUriString();
    }

    private String address(String path) {
        return UriComponentsBuilder.fromPath(path)
                .queryParam("race", "{race}")
                .queryParam("region", "{region}")
                .queryParam("basis", "{basis}")
                .queryParam("election", "{election}")
                .queryParam("round", "{round}")
                .queryParam("page", "{page}")
                .encode()
                .buildAndExpand(text(race), text(region), basis, text(election), text(round), page)
                .toUriString();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
