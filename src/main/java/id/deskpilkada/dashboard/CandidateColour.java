package id.deskpilkada.dashboard;

import id.deskpilkada.election.CandidateRef;
import java.util.List;

/** The colour of a candidate's bar: the one that came with the import, else one by ballot number; never that of a party. */
public final class CandidateColour {

    private static final List<String> COLOURS =
            List.of("#2f6db3", "#c2571a", "#5b8c2a", "#8a4fb0", "#0f8b8d", "#b0335f", "#8a6d1d", "#4a5a6a");
    private static final String EMPTY_COLUMN = "#8b949e";

    private CandidateColour() {}

    /** {@code #rrggbb} */
    public static String of(CandidateRef candidate) {
        String chosen = candidate.colour();
        if (chosen != null && chosen.matches("#[0-9A-Fa-f]{6}")) {
            return chosen;
        }
        return candidate.emptyColumn() ? EMPTY_COLUMN : COLOURS.get((candidate.ballotNumber() - 1) % COLOURS.size());
    }
}
