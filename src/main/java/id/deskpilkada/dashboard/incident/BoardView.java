package id.deskpilkada.dashboard.incident;

import id.deskpilkada.dashboard.Link;
import id.deskpilkada.incident.board.BoardCard;
import id.deskpilkada.incident.board.IncidentBoard.Board;
import id.deskpilkada.incident.board.Only;
import id.deskpilkada.incident.board.Stage;
import id.deskpilkada.region.Region;
import java.util.List;

/**
 * Everything the board shows.
 *
 * @param area digits of the place whose changes concern it
 * @param districts to choose from; none where the reader has but one
 * @param rounds to choose from; none where there is but one
 */
record BoardView(
        BoardAddress asked,
        Board board,
        String area,
        String placeName,
        List<Column> columns,
        List<Region> districts,
        List<Link> rounds,
        boolean mayTakeDown,
        int pageSize) {

    /**
     * A stage and its first cards.
     *
     * @param grades how many there are of each severity, from 4 down
     * @param url of all of them, page by page
     */
    record Column(Stage stage, int total, List<BoardCard> cards, List<Grade> grades, String url) {

        public int rest() {
            return total - cards.size();
        }
    }

    /** @param url of these alone */
    record Grade(int severity, int count, String url) {}

    /** A figure of the first screen. @param state {@code ok}, {@code plain}, {@code warn} or {@code bad} @param url of what it counts */
    record Tile(String code, int count, String label, String state, String url) {}

    /** What a glance has to tell, without filters. */
    public List<Tile> tiles() {
        var all = board.all();
        return List.of(
                urgent(Only.UNANSWERED, all.unanswered(), "bad"),
                urgent(Only.LATE, all.late(), "bad"),
                urgent(Only.UNCONFIRMED, all.unconfirmed(), "warn"),
                tile(Stage.TRIAGE, all.in(Stage.TRIAGE) > 0 ? "warn" : "ok"),
                tile(Stage.HANDLING, "plain"),
                tile(Stage.CLOSING, "plain"));
    }

    private Tile urgent(Only only, int count, String state) {
        return new Tile(
                only.code(),
                count,
                "board.tile." + only,
                count > 0 ? state : "ok",
                asked.waiting(only).url());
    }

    private Tile tile(Stage stage, String state) {
        return new Tile(
                stage.code(),
                board.all().in(stage),
                "board.tile." + stage,
                state,
                asked.waiting(Only.ALL).at(stage).url());
    }

    /** Whether one stage fills the page. */
    public boolean single() {
        return columns.size() == 1;
    }

    public int pages() {
        return single() ? (columns.get(0).total() + pageSize - 1) / pageSize : 1;
    }

    public boolean ended() {
        return single() && !columns.get(0).stage().isOpen();
    }

    /** Milliseconds since 1970, by the server's clock. */
    public long now() {
        return board.at().toEpochMilli();
    }
}
