package id.deskpilkada.tierreport.page;

import java.util.Arrays;
import java.util.Optional;

/** How the report of a slot stands in a place, as the calendar says it. */
enum CellState {
    /** Its time has not come. */
    AHEAD("nanti", "·", "plain"),
    /** Its time has come and there is no version yet. */
    DUE("menunggu", "…", "info"),
    /** The desk looks at it. */
    CHECKING("diperiksa", "◔", "info"),
    /** It waits for its signature. */
    SIGNING("ditandatangani", "✎", "info"),
    /** It should have been settled long since. */
    LATE("terlambat", "!", "bad"),
    /** Given back, and not sealed again yet. */
    RETURNED("dikembalikan", "↩", "warn"),
    /** Nobody has signed it and nobody will. */
    UNSEALED("tanpa-segel", "✕", "bad"),
    /** Settled by itself: no signature is asked for. */
    AUTOMATIC("masuk", "✓", "ok"),
    SEALED("disegel", "✓", "ok"),
    APPROVED("disetujui", "✓", "ok"),
    /** The application was away at its time, and a later slot tells more. */
    PASSED("dilewati", "»", "plain"),
    /** The schedule has no such slot here. */
    NONE("tidak-ada", "–", "plain");

    private final String code;
    private final String sign;
    private final String tone;

    CellState(String code, String sign, String tone) {
        this.code = code;
        this.sign = sign;
        this.tone = tone;
    }

    static Optional<CellState> of(String code) {
        return Arrays.stream(values()).filter(state -> state.code.equals(code)).findFirst();
    }

    /** As it stands in addresses. */
    public String code() {
        return code;
    }

    /** Told apart without colour. */
    public String sign() {
        return sign;
    }

    /** {@code plain}, {@code info}, {@code ok}, {@code warn} or {@code bad}. */
    public String tone() {
        return tone;
    }

    public boolean isSettled() {
        return tone.equals("ok");
    }

    /** Whether somebody has to do something. */
    boolean isWanting() {
        return this == LATE || this == RETURNED || this == SIGNING || this == CHECKING;
    }
}
