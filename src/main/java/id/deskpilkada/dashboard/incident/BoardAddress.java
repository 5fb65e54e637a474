package id.deskpilkada.dashboard.incident;

import id.deskpilkada.dashboard.PageAddress;
import id.deskpilkada.incident.board.Only;
import id.deskpilkada.incident.board.Stage;

/**
 * What an address of the board asks for; what is empty does not matter.
 *
 * @param stage code of a {@link Stage}
 * @param only code of an {@link Only}
 * @param map {@code ya} where the map is open
 * @param page of the stage that was asked for, from 0
 */
record BoardAddress(
        String stage,
        int severity,
        String category,
        String region,
        String only,
        String words,
        String election,
        String round,
        String map,
        int page) {

    public BoardAddress at(String otherStage, int otherSeverity) {
        return new BoardAddress(otherStage, otherSeverity, category, region, only, words, election, round, map, 0);
    }

    public BoardAddress at(Stage other) {
        return at(other.code(), severity);
    }

    /** All incidents of the place that wait for something. */
    public BoardAddress waiting(Only other) {
        return new BoardAddress("", 0, "", region, other.code(), "", election, round, map, 0);
    }

    public BoardAddress onPage(int other) {
        return new BoardAddress(stage, severity, category, region, only, words, election, round, map, other);
    }

    public BoardAddress ofRound(String otherElection, String otherRound) {
        return new BoardAddress(stage, severity, category, region, only, words, otherElection, otherRound, map, 0);
    }

    /** Whether anything but the place and the round is narrowed. */
    public boolean isFiltered() {
        return severity > 0 || !(stage + category + only + words).isEmpty();
    }

    public String url() {
        return address("/desk/kejadian");
    }

    /** The board without filters. */
    public String plainUrl() {
        return waiting(Only.ALL).url();
    }

    /** The address of the part that is fetched again when something changed. */
    public String partUrl() {
        return address("/desk/kejadian/papan");
    }

    public String pointsUrl() {
        return address("/api/map/incidents");
    }

    private String address(String path) {
        return PageAddress.of(
                path,
                "tahap",
                stage,
                "tingkat",
                severity,
                "jenis",
                category,
                "region",
                region,
                "hanya",
                only,
                "q",
                words,
                "election",
                election,
                "round",
                round,
                "peta",
                map,
                "page",
                page);
    }
}
