package id.deskpilkada.incident.board;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where an incident stands on the board: three stages of open ones, and the three ways in which one ends. */
public enum Stage {
    TRIAGE("nilai"),
    HANDLING("tangani"),
    /** Nobody is at it any more and the desk has not closed it. */
    CLOSING("tutup"),
    CLOSED("ditutup"),
    REJECTED("ditolak"),
    MERGED("digabung");

    /** Of {@code incident i}. */
    static final String OF_INCIDENT =
            "CASE WHEN i.state = 'REPORTED' THEN 'TRIAGE' WHEN i.state = 'HANDLING' AND i.open_dispatches = 0 THEN 'CLOSING' ELSE i.state END";

    private final String code;

    Stage(String code) {
        this.code = code;
    }

    /** As it stands in addresses. */
    public String code() {
        return code;
    }

    public boolean isOpen() {
        return ordinal() < CLOSED.ordinal();
    }

    public static List<Stage> open() {
        return List.of(TRIAGE, HANDLING, CLOSING);
    }

    public static Optional<Stage> of(String code) {
        return Arrays.stream(values()).filter(stage -> stage.code.equals(code)).findFirst();
    }
}
