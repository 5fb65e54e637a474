package id.deskpilkada.incident.board;

import id.deskpilkada.fieldreport.IncidentCategory;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents the board is to show.
 *
 * @param stage null for all open ones
 * @param severity 1 to 4; 0 for all
 * @param area digits of a region inside which they lie; empty for the reader's own
 * @param words of a number ({@code K-12}), a place ({@code TPS 3 Baros}, {@code Baros}, digits of a code) or of what was told; empty for all
 * @param roundId 0 for all rounds
 */
public record BoardQuestion(
        @Nullable Stage stage,
        int severity,
        @Nullable IncidentCategory category,
        String area,
        Only only,
        String words,
        long roundId) {

    public static BoardQuestion open(String area) {
        return open(area, 0);
    }

    public static BoardQuestion open(String area, long roundId) {
        return new BoardQuestion(null, 0, null, area, Only.ALL, "", roundId);
    }

    /** The same of all open ones, so that nothing grave hides behind a filter. */
    public BoardQuestion unfiltered() {
        return new BoardQuestion(null, 0, null, area, Only.ALL, "", roundId);
    }

    boolean isEnded() {
        return stage != null && !stage.isOpen();
    }
}
