package id.deskpilkada.tierreport.page;

import id.deskpilkada.election.RoundRef;
import id.deskpilkada.region.Region;
import id.deskpilkada.tierreport.TierLevel;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The slots of a round by place.
 *
 * @param area digits of the place whose changes concern it
 * @param lines the regency first, where the reader may see it; after the filters
 * @param shown of the columns, the one that is listed
 * @param districts to choose from; none where the reader has but one
 * @param rounds to choose from; none where there is but one
 * @param yours what waits for this reader
 * @param deliveries where the reader may see them
 */
record Calendar(
        CalendarAddress asked,
        RoundRef round,
        String area,
        String placeName,
        List<Column> columns,
        List<Line> lines,
        @Nullable Column shown,
        List<Region> districts,
        List<Choice> rounds,
        List<YourTurn> yours,
        List<Sent> deliveries,
        Instant now) {

    /**
     * A slot.
     *
     * @param of how many districts; {@code settled} and {@code wanting} of them, before the filters
     * @param url of its list
     */
    record Column(
            int at,
            String slot,
            Instant dueAt,
            boolean requiresSignature,
            boolean due,
            boolean current,
            int settled,
            int late,
            int of,
            String url) {}

    /** A place and its reports, one for each column. @param code dotted */
    record Line(String code, String name, TierLevel level, List<Cell> cells) {

        public boolean isRegency() {
            return level != TierLevel.DISTRICT;
        }
    }

    /** A recipient and what has become of the regency's reports on their way to it, one for each column; null where none was sent. */
    record Sent(String name, List<@Nullable SentCell> cells) {}

    /** @param state WAITING, SENT, RECEIVED or FAILED */
    record SentCell(String state, @Nullable Instant at) {

        public String sign() {
            return switch (state) {
                case "RECEIVED" -> "✓";
                case "SENT" -> "→";
                case "FAILED" -> "✕";
                default -> "…";
            };
        }

        public String tone() {
            return switch (state) {
                case "RECEIVED" -> "ok";
                case "FAILED" -> "bad";
                default -> "info";
            };
        }
    }

    /** Something to choose, and whether it is chosen. */
    record Choice(String url, String text, boolean current) {}

    /** A report that waits for the reader. @param act code of what is to be done */
    record YourTurn(long report, String slot, String place, String act, Instant since, int version) {}

    /** States that a filter offers. */
    public List<CellState> states() {
        return List.of(
                CellState.LATE,
                CellState.SIGNING,
                CellState.CHECKING,
                CellState.RETURNED,
                CellState.UNSEALED,
                CellState.SEALED,
                CellState.APPROVED,
                CellState.AUTOMATIC,
                CellState.DUE);
    }
}
