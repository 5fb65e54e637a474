package id.deskpilkada.incident.board;

import java.util.Arrays;

/** Which incidents of the board are wanted, by what they wait for. */
public enum Only {
    ALL(""),
    /** Life in danger, and no agency has answered or one of them has not. */
    UNANSWERED("genting"),
    /** Not judged or not confirmed in time. */
    LATE("lewat"),
    /** An agency has not confirmed in time. */
    UNCONFIRMED("konfirmasi");

    private final String code;

    Only(String code) {
        this.code = code;
    }

    /** As it stands in addresses. */
    public String code() {
        return code;
    }

    public static Only of(String code) {
        return Arrays.stream(values())
                .filter(only -> only.code.equals(code))
                .findFirst()
                .orElse(ALL);
    }
}
