package id.deskpilkada.c1;

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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The form of one TPS and race in a round, from its first copy to the decision on it. Its versions are kept apart and never change; this aggregate says which of them is
 * current, which is decided, and whether its votes may enter a total.
 */
@Entity
@Table(name = "c1_form")
class C1Form {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long roundId;
    private long raceId;
    private String tpsCode;
    private String villageArea;
    private String districtArea;

    @Enumerated(EnumType.STRING)
    private FormState state;

    private boolean held;
    private int currentNo;
    private @Nullable Integer decidedNo;

    @Enumerated(EnumType.STRING)
    private Extent extent = Extent.VOTES;

    @Enumerated(EnumType.STRING)
    private OpenedTo openedTo = OpenedTo.DISTRICT;

    private @Nullable Instant beganAt;
    private boolean correctionOpen;

    @Version
    private int lockVersion;

    /** What the second person types: sections IV and V, or the whole form. */
    enum Extent {
        VOTES,
        ALL
    }

    /** Whose verifiers may take it: the district's, or also those of its neighbours and the desk. */
    enum OpenedTo {
        DISTRICT,
        WIDE
    }

    @SuppressWarnings("NullAway.Init")
    protected C1Form() {}

    C1Form(C1Case about, boolean holds) {
        this.roundId = about.round().id();
        this.raceId = about.race().id();
        this.tpsCode = about.tps();
        this.villageArea = about.code().villageArea();
        this.districtArea = about.code().districtArea();
        this.state = FormState.RECEIVED;
        this.held = holds;
        this.currentNo = 1;
    }

    /** The reporter corrected their own copy before anybody began to verify it. */
    void correct(boolean holds) {
        require(FormState.RECEIVED, FormState.PHOTO_REJECTED);
        currentNo++;
        held = holds;
        state = FormState.RECEIVED;
    }

    /** Another copy with other numbers arrived: a third person has to decide. */
    void dispute() {
        require(
                FormState.RECEIVED,
                FormState.IN_VERIFICATION,
                FormState.PHOTO_REJECTED,
                FormState.MATCHED_WITH_INCONSISTENCY,
                FormState.DISPUTED);
        currentNo++;
        held = true;
        state = FormState.DISPUTED;
    }

    void beginVerification(Instant now) {
        if (state == FormState.RECEIVED) {
            state = FormState.IN_VERIFICATION;
            beganAt = now;
        }
    }

    void verifyBy(Extent typed, OpenedTo verifiers) {
        extent = typed;
        openedTo = openedTo == OpenedTo.WIDE ? OpenedTo.WIDE : verifiers;
    }

    void openWide() {
        openedTo = OpenedTo.WIDE;
    }

    /** The second person's numbers are the same; a form whose own numbers disagree waits for the desk's note. */
    void match(boolean consistent, boolean countable) {
        require(FormState.RECEIVED, FormState.IN_VERIFICATION);
        if (consistent) {
            decide(currentNo, true, countable);
        } else {
            state = FormState.MATCHED_WITH_INCONSISTENCY;
        }
    }

    void mismatch() {
        require(FormState.RECEIVED, FormState.IN_VERIFICATION);
        held = true;
        state = FormState.DISPUTED;
    }

    void rejectPhoto() {
        require(FormState.RECEIVED, FormState.IN_VERIFICATION);
        state = FormState.PHOTO_REJECTED;
        beganAt = null;
    }

    void photosReplaced() {
        if (state == FormState.PHOTO_REJECTED) {
            state = FormState.RECEIVED;
        }
    }

    /** A version of this number was added by a decision and becomes current. */
    int addDecided() {
        return ++currentNo;
    }

    /** @param countable whether the decided version may enter a total: an absurd figure (E10) never does, whatever the paper says */
    void decide(int no, boolean consistent, boolean countable) {
        decidedNo = no;
        held = !countable;
        state = consistent ? FormState.VERIFIED : FormState.VERIFIED_WITH_NOTES;
    }

    /** Something new arrived after the decision; the decided version goes on counting until the desk has looked. */
    void openCorrection() {
        require(FormState.VERIFIED, FormState.VERIFIED_WITH_NOTES);
        correctionOpen = true;
    }

    void closeCorrection() {
        correctionOpen = false;
    }

    private void require(FormState... allowed) {
        if (!Arrays.asList(allowed).contains(state)) {
            throw Problem.conflict("C1_STATE", publicState());
        }
    }

    C1State publicState() {
        return switch (state) {
            case VERIFIED -> C1State.VERIFIED;
            case VERIFIED_WITH_NOTES -> C1State.VERIFIED_WITH_NOTES;
            case DISPUTED -> C1State.DISPUTED;
            case RECEIVED, PHOTO_REJECTED -> held ? C1State.HELD : C1State.RECEIVED;
            case IN_VERIFICATION, MATCHED_WITH_INCONSISTENCY -> held ? C1State.HELD : C1State.IN_VERIFICATION;
        };
    }

    boolean verificationBegan() {
        return beganAt != null || state == FormState.MATCHED_WITH_INCONSISTENCY || state == FormState.DISPUTED;
    }

    boolean decided() {
        return state.decided();
    }

    /** The version that stands for the form: the decided one once there is a decision. */
    int standingNo() {
        return decidedNo == null ? currentNo : decidedNo;
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    long roundId() {
        return roundId;
    }

    long raceId() {
        return raceId;
    }

    String tps() {
        return tpsCode;
    }

    String villageArea() {
        return villageArea;
    }

    String districtArea() {
        return districtArea;
    }

    FormState state() {
        return state;
    }

    boolean held() {
        return held;
    }

    int currentNo() {
        return currentNo;
    }

    Extent extent() {
        return extent;
    }

    boolean openedWide() {
        return openedTo == OpenedTo.WIDE;
    }

    boolean correctionOpen() {
        return correctionOpen;
    }
}
