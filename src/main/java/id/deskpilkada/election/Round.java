package id.deskpilkada.election;

import id.deskpilkada.platform.Problem;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One vote of an election, from its preparation to the closing of the desk: PREPARED, STARTED, COUNTING, CLOSED. */
@Entity
class Round {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String code;

    @Enumerated(EnumType.STRING)
    private RoundKind kind;

    @Enumerated(EnumType.STRING)
    private RoundPhase phase;

    private @Nullable LocalDate date;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private @Nullable List<String> tpsCodes;

    private @Nullable Instant startedAt;

    private boolean decided;

    @SuppressWarnings("NullAway.Init")
    protected Round() {}

    Round(String code, RoundKind kind) {
        this.code = code;
        this.kind = kind;
        this.phase = RoundPhase.PREPARED;
    }

    /** A round that a decision of KPU opens; it is no matter of set-up. */
    static Round decided(ElectionDraft.RoundDraft draft) {
        var round = new Round(draft.code(), draft.kind());
        round.follow(draft);
        round.decided = true;
        return round;
    }

    boolean decided() {
        return decided;
    }

    void follow(ElectionDraft.RoundDraft draft) {
        boolean same =
                kind == draft.kind() && Objects.equals(date, draft.date()) && Objects.equals(tpsCodes, draft.tps());
        if (same) {
            return;
        }
        if (started()) {
            throw Problem.conflict("ROUND_FIXED", code);
        }
        kind = draft.kind();
        date = draft.date();
        tpsCodes = draft.tps() == null ? null : List.copyOf(draft.tps());
    }

    void start(Instant now) {
        move(RoundPhase.PREPARED, RoundPhase.STARTED);
        startedAt = now;
    }

    void beginCounting() {
        move(RoundPhase.STARTED, RoundPhase.COUNTING);
    }

    void close() {
        move(RoundPhase.COUNTING, RoundPhase.CLOSED);
    }

    private void move(RoundPhase from, RoundPhase to) {
        if (phase != from) {
            throw Problem.conflict("ROUND_PHASE", code, phase, to);
        }
        phase = to;
    }

    boolean started() {
        return phase != RoundPhase.PREPARED;
    }

    RoundPhase phase() {
        return phase;
    }

    String code() {
        return code;
    }

    LocalDate dateOr(LocalDate electionDate) {
        return date == null ? electionDate : date;
    }

    /** Null until it is stored. */
    @Nullable
    Long id() {
        return id;
    }
}
