package id.deskpilkada.readiness.risk.handover;

import id.deskpilkada.platform.Problem;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A list of vulnerable places on its way to an agency. What stood on it is kept apart, for each attempt; this aggregate says with whom it lies and until when.
 */
@Entity
@Table(name = "risk_handover")
class Handover {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long roundId;
    private String area;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> indicators;

    private String agency;
    private @Nullable String note;
    private int attempt;

    @Enumerated(EnumType.STRING)
    private HandoverState state = HandoverState.PROPOSED;

    private Instant acknowledgeBy;
    private Instant measuresBy;
    private boolean bySchedule;
    private Instant proposedAt;
    private @Nullable Long proposedById;
    private @Nullable Instant handedAt;
    private @Nullable Long handedById;
    private @Nullable Instant acknowledgedAt;
    private @Nullable Instant finishedAt;

    @Version
    private int lockVersion;

    @SuppressWarnings("NullAway.Init")
    protected Handover() {}

    Handover(long roundId, HandoverChoice choice, MitigationDates.Dates dates, @Nullable Long by, Instant at) {
        this.roundId = roundId;
        this.proposedById = by;
        this.proposedAt = at;
        this.area = choice.area();
        this.indicators = choice.indicators();
        this.agency = choice.agency();
        this.note = choice.note();
        this.acknowledgeBy = dates.acknowledgeBy();
        this.measuresBy = dates.measuresBy();
        this.bySchedule = dates.bySchedule();
    }

    /** Another agency, place or date, as long as nothing has been sent. */
    void choose(HandoverChoice choice, MitigationDates.Dates dates) {
        require(HandoverState.PROPOSED);
        area = choice.area();
        indicators = choice.indicators();
        agency = choice.agency();
        note = choice.note();
        acknowledgeBy = dates.acknowledgeBy();
        measuresBy = dates.measuresBy();
        bySchedule = dates.bySchedule();
    }

    void hand(@Nullable Long by, Instant at) {
        require(HandoverState.PROPOSED);
        state = HandoverState.HANDED;
        attempt++;
        handedAt = at;
        handedById = by;
    }

    void acknowledge(Instant at) {
        require(HandoverState.HANDED);
        state = HandoverState.ACKNOWLEDGED;
        acknowledgedAt = at;
    }

    /** Declined by the agency, or taken back by the desk: it lies at the desk again. */
    void comeBack() {
        require(HandoverState.HANDED, HandoverState.ACKNOWLEDGED);
        state = HandoverState.PROPOSED;
        acknowledgedAt = null;
    }

    void finish(Instant at) {
        require(HandoverState.ACKNOWLEDGED);
        state = HandoverState.DONE;
        finishedAt = at;
    }

    void withdraw(Instant at) {
        require(HandoverState.PROPOSED);
        state = HandoverState.WITHDRAWN;
        finishedAt = at;
    }

    /** The schedule has moved; a date that the desk has set stays. */
    boolean follow(Instant measuresDue) {
        boolean moves = bySchedule && !measuresDue.equals(measuresBy);
        if (moves) {
            measuresBy = measuresDue;
        }
        return moves;
    }

    /** @throws Problem 409 {@code HANDOVER_STATE} when it has moved on */
    void require(HandoverState... wanted) {
        if (!Arrays.asList(wanted).contains(state)) {
            throw Problem.conflict("HANDOVER_STATE", state.name());
        }
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    long roundId() {
        return roundId;
    }

    String area() {
        return area;
    }

    List<String> indicators() {
        return List.copyOf(indicators);
    }

    String agency() {
        return agency;
    }

    @Nullable
    String note() {
        return note;
    }

    int attempt() {
        return attempt;
    }

    HandoverState state() {
        return state;
    }

    Instant acknowledgeBy() {
        return acknowledgeBy;
    }

    Instant measuresBy() {
        return measuresBy;
    }

    @Nullable
    Instant handedAt() {
        return handedAt;
    }

    @Nullable
    Long handedById() {
        return handedById;
    }

    @Nullable
    Instant acknowledgedAt() {
        return acknowledgedAt;
    }
}
